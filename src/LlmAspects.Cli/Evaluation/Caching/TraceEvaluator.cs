namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Scores the exact tier on traces, beside LRU, LFU and the optimum.</summary>
internal static class TraceEvaluator
{
    private const int ZipfKeys = 100_000;
    private const int ZipfSlots = 1_000;
    private const int ZipfRequests = 1_000_000;
    private const int Phases = 10;

    private static readonly int[] UsualSlots = [100, 250, 400, 500, 1_000];

    /// <summary>Hit ratios of a trace.</summary>
    public static IReadOnlyList<EvaluationFigure> Evaluate(string suite, int[] trace, IReadOnlyList<int> slots, CancellationToken cancellationToken)
    {
        int keys = trace.Distinct().Count();
        int[] sizes = [.. (slots.Count > 0 ? slots : UsualSlots).Where(size => size < keys)];
        return sizes.Length == 0
            ? throw new CliException($"The trace has {keys} keys: every cache of that size holds them all. Give fewer --slots.", ExitCodes.Usage)
            : [.. sizes.SelectMany(size => OfSize(suite, trace, size, cancellationToken))];
    }

    /// <summary>Hit ratios of generated traces: popularity by Zipf's law, and the same with other keys popular in each tenth.</summary>
    public static IReadOnlyList<EvaluationFigure> EvaluateZipf(CancellationToken cancellationToken)
    {
        int[] shifting = ZipfTrace.Create(ZipfKeys, ZipfRequests, exponent: 0.99, Phases);
        bool[] own = LayerRun.Hits(shifting, ZipfSlots, cancellationToken);
        bool[] lru = ReferenceCaches.Lru(shifting, ZipfSlots);
        return
        [
            .. OfSize("zipf 0.99", ZipfTrace.Create(ZipfKeys, ZipfRequests, exponent: 0.99, phases: 1), ZipfSlots, cancellationToken),
            .. Enumerable.Range(0, Phases).Select(phase =>
            {
                Range part = (phase * ZipfRequests / Phases)..((phase + 1) * ZipfRequests / Phases);
                return new EvaluationFigure("zipf 0.99, shifting", $"hit ratio, {ZipfSlots} slots, phase {phase + 1}, beside lru", Ratio(own[part]), null, Ratio(lru[part]), ZipfRequests / Phases);
            }),
        ];
    }

    private static IEnumerable<EvaluationFigure> OfSize(string suite, int[] trace, int slots, CancellationToken cancellationToken)
    {
        double own = Ratio(LayerRun.Hits(trace, slots, cancellationToken));
        foreach ((string name, Func<int[], int, bool[]> policy) in ((string, Func<int[], int, bool[]>)[])[("lru", ReferenceCaches.Lru), ("lfu", ReferenceCaches.Lfu), ("optimum", ReferenceCaches.Optimum)])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new EvaluationFigure(suite, $"hit ratio, {slots} slots, beside {name}", own, null, Ratio(policy(trace, slots)), trace.Length);
        }
    }

    private static double Ratio(bool[] hits) => hits.Average(static hit => hit ? 1.0 : 0.0);
}
