using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Tests.Benchmarks;

public sealed class MediansTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 7.0)]
    [InlineData(new[] { 9.0, 1.0, 5.0 }, 5.0)]
    [InlineData(new[] { 9.0, 1.0, 5.0, 3.0 }, 4.0)]
    [InlineData(new[] { 1.0, 1.0, 1000.0 }, 1.0)]
    public void Median_IsTheMiddleOfTheSortedValues(double[] values, double median) => Medians.Of(values).ShouldBe(median);

    [Fact]
    public void Median_OfNothing_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Medians.Of([]));

    [Fact]
    public void Ratio_IsTakenRoundByRound() => Medians.Ratio([10, 200, 30], [10, 100, 10]).ShouldBe(2);

    [Fact]
    public void Difference_IsTakenRoundByRound() => Medians.Difference([10, 200, 30], [8, 100, 25]).ShouldBe(5);

    [Fact]
    public void OverheadRatio_IsTheReferencesOverheadOverTheSubjects() =>
        Medians.OverheadRatio(reference: [40, 41, 42], subject: [20, 21, 22], bare: [10, 11, 12]).ShouldBe(3);

    [Theory]
    [InlineData(10.0)]
    [InlineData(9.0)]
    public void OverheadRatio_TakesAQuarterOfANanosecondForAnOverheadInTheNoise(double subject) =>
        Medians.OverheadRatio(reference: [15], subject: [subject], bare: [10]).ShouldBe(20);
}
