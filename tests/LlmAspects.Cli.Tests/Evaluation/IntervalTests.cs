using LlmAspects.Cli.Evaluation;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class IntervalTests
{
    [Fact]
    public void IndependentValues_HaveAboutTheIntervalOfTheNormalDistribution()
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 2_000).Select(_ => random.NextDouble())];

        Interval interval = Interval.Of(values, clusters: null);

        // 1.96 deviations of the mean of 2,000 values that are uniform: 1.96 * sqrt(1 / 12 / 2000).
        interval.Mean.ShouldBe(values.Average());
        (interval.Upper - interval.Mean).ShouldBe(0.01265, tolerance: 0.002);
        (interval.Mean - interval.Lower).ShouldBe(0.01265, tolerance: 0.002);
    }

    [Fact]
    public void ValuesThatBelongTogether_WidenIt()
    {
        var random = new Random(1);
        double[] means = [.. Enumerable.Range(0, 20).Select(_ => random.NextDouble())];
        double[] values = [.. Enumerable.Range(0, 2_000).Select(place => means[place % 20])];
        string[] clusters = [.. Enumerable.Range(0, 2_000).Select(static place => $"{place % 20}")];

        Interval apart = Interval.Of(values, clusters: null);
        Interval together = Interval.Of(values, clusters);

        (together.Upper - together.Lower).ShouldBeGreaterThan(5 * (apart.Upper - apart.Lower));
    }
}
