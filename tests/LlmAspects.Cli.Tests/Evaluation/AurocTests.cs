using LlmAspects.Cli.Evaluation;
using LlmAspects.Cli.Evaluation.Suites;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class AurocTests
{
    [Theory]
    [InlineData(new[] { 0.9, 0.8, 0.2, 0.1 }, 1.0)]
    [InlineData(new[] { 0.1, 0.2, 0.8, 0.9 }, 0.0)]
    [InlineData(new[] { 0.5, 0.5, 0.5, 0.5 }, 0.5)]
    [InlineData(new[] { 0.9, 0.5, 0.5, 0.1 }, 0.875)]
    public void Area_CountsPairsAndTiesHalf(double[] scores, double expected) =>
        new Auroc(scores, [true, true, false, false]).Value.ShouldBe(expected, 1e-12);

    [Fact]
    public void Interval_IsThatOfDeLong()
    {
        // Placements of the positives 1, 0.5, 1 and of the negatives 1, 2/3: variances (1/12)/3 and (1/18)/2.
        var auroc = new Auroc([4, 2, 5, 1, 3], [true, true, true, false, false]);

        Interval interval = auroc.WithInterval();

        interval.Mean.ShouldBe(5 / 6.0, 1e-12);
        interval.Lower.ShouldBe((5 / 6.0) - (1.959964 * Math.Sqrt((1 / 36.0) + (1 / 36.0))), 1e-9);
        interval.Upper.ShouldBe(1);
    }

    [Fact]
    public void Gain_OverItselfIsNothing()
    {
        var auroc = new Auroc([4, 2, 5, 1, 3], [true, true, true, false, false]);

        auroc.Over(auroc).ShouldBe(new Interval(0, 0, 0));
    }

    [Fact]
    public void OneLabel_IsRefused() => Should.Throw<CliException>(() => new Auroc([1, 2], [true, true])).ExitCode.ShouldBe(ExitCodes.Usage);

    [Fact]
    public void NgramPrecision_IsTheShareThatTheContextHas()
    {
        NgramPrecision.Of("The cat sat down", "A cat sat.", 1).ShouldBe(0.5);
        NgramPrecision.Of("The cat sat down", "A cat sat.", 2).ShouldBe(1 / 3.0, 1e-12);
        NgramPrecision.Of("Cat", "A cat sat.", 2).ShouldBe(0);
    }
}
