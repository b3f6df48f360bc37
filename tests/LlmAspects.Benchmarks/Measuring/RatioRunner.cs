namespace LlmAspects.Benchmarks.Measuring;

/// <summary>Runs cases in turn, in batches of about a millisecond and in a new order each round, so that what changes on the machine meets all of them alike.</summary>
internal sealed class RatioRunner(int rounds, CancellationToken cancellationToken)
{
    private const double BatchNanoseconds = 1_000_000;
    private const int Seed = 42;

    public int Rounds => rounds;

    public CancellationToken CancellationToken => cancellationToken;

    public IReadOnlyDictionary<string, CaseResult> Run(IReadOnlyList<BenchmarkCase> cases)
    {
        WarmUp(cases);
        var counts = cases.Select(Calibrate).ToArray();
        var times = cases.Select(_ => new List<double>(rounds)).ToArray();
        var order = Enumerable.Range(0, cases.Count).ToArray();
        var random = new Random(Seed);
        for (var round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var index in order)
            {
                times[index].Add(Time(cases[index], counts[index]) / (double)counts[index]);
            }
        }

        return cases.Select((item, index) => (item.Name, Result: new CaseResult(times[index], AllocationGauge.BytesPerOperation(item.Run))))
            .ToDictionary(static pair => pair.Name, static pair => pair.Result);
    }

    // The compiler works in the background and needs pauses between bursts to reach its last tier.
    private void WarmUp(IReadOnlyList<BenchmarkCase> cases)
    {
        for (var burst = 0; burst < 8; burst++)
        {
            foreach (var item in cases)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var call = 0; call < 40; call++)
                {
                    item.Run(25);
                }
            }

            cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(120));
        }
    }

    private int Calibrate(BenchmarkCase item)
    {
        for (var count = 16; ; count *= 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var time = Time(item, count);
            if (time > BatchNanoseconds / 2)
            {
                return Math.Max(1, (int)(count * BatchNanoseconds / time));
            }
        }
    }

    private static long Time(BenchmarkCase item, int count)
    {
        var before = CpuClock.Nanoseconds();
        item.Run(count);
        return CpuClock.Nanoseconds() - before;
    }
}
