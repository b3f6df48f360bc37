namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Scores the exact tier on traces, beside LRU, LFU and the optimum.</summary>
/// <param name="seeds">How often each trace is run, with other keys each time; the interval is over these runs.</param>
internal sealed class TraceEvaluator(int seeds)
{
    private const int ZipfKeys = 100_000;
    private const int ZipfSlots = 1_000;
    private const int ZipfRequests = 1_000_000;
    private const int Phases = 10;

    private static readonly int[] UsualSlots = [100, 250, 400, 500, 1_000];

    /// <summary>Hit ratios of a trace.</summary>
    public IReadOnlyList<EvalFigure> Evaluate(string suite, int[] trace, IReadOnlyList<int> slots, CancellationToken cancellationToken)
    {
        int keys = trace.Distinct().Count();
        int[] sizes = [.. (slots.Count > 0 ? slots : UsualSlots).Where(size => size < keys)];
        return sizes.Length == 0
            ? throw new CliException($"The trace has {keys} keys: every cache of that size holds them all. Give fewer --slots.", ExitCodes.Usage)
            : [.. sizes.SelectMany(size => OfSize(suite, trace, size, cancellationToken))];
    }

    /// <summary>Hit ratios of generated traces: popularity by Zipf's law, and the same with other keys popular in each tenth.</summary>
    public IReadOnlyList<EvalFigure> EvaluateZipf(CancellationToken cancellationToken)
    {
        int[] shifting = ZipfTrace.Create(ZipfKeys, ZipfRequests, exponent: 0.99, Phases);
        bool[][] own = Runs(shifting, ZipfSlots, cancellationToken);
        bool[] lru = ReferenceCaches.Lru(shifting, ZipfSlots);
        return
        [
            .. OfSize("zipf 0.99", ZipfTrace.Create(ZipfKeys, ZipfRequests, exponent: 0.99, phases: 1), ZipfSlots, cancellationToken),
            .. Enumerable.Range(0, Phases).Select(phase =>
            {
                Range part = (phase * ZipfRequests / Phases)..((phase + 1) * ZipfRequests / Phases);
                return Figure("zipf 0.99, shifting", $"{ZipfSlots} slots, phase {phase + 1}, beside lru", own, part, Ratio(lru[part]), "lru");
            }),
        ];
    }

    private IEnumerable<EvalFigure> OfSize(string suite, int[] trace, int slots, CancellationToken cancellationToken)
    {
        bool[][] own = Runs(trace, slots, cancellationToken);
        foreach ((string name, Func<int[], int, bool[]> policy) in ((string, Func<int[], int, bool[]>)[])[("lru", ReferenceCaches.Lru), ("lfu", ReferenceCaches.Lfu), ("optimum", ReferenceCaches.Optimum)])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Figure(suite, $"{slots} slots, beside {name}", own, .., Ratio(policy(trace, slots)), name);
        }
    }

    private bool[][] Runs(int[] trace, int slots, CancellationToken cancellationToken) =>
        [.. Enumerable.Range(1, seeds).Select(seed => LayerRun.Hits(trace, slots, seed, cancellationToken))];

    private static EvalFigure Figure(string suite, string what, bool[][] runs, Range part, double reference, string referenceName)
    {
        var mean = EvalFigure.OfMean($"cache-traces/{suite}", "hit ratio, " + what, [.. runs.Select(run => Ratio(run[part]))], reference, referenceName);
        return mean with { N = runs[0][part].Length, Ci95 = runs.Length > 1 ? mean.Ci95 : null };
    }

    private static double Ratio(bool[] hits) => hits.Average(static hit => hit ? 1.0 : 0.0);
}
