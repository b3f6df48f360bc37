using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class SequentialTestTests
{
    private const double Significance = 0.1;
    private const int Simulations = 400;

    // Looking after every outcome: a fixed-sample test at this level would raise the alarm in a third of the simulations and more.
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.9, 0.5)]
    [InlineData(0.5, 0.1)]
    public void NoDifference_IsDecidedLessOftenThanTheLevel(double rate, double share)
    {
        int alarms = Enumerable.Range(0, Simulations).Count(seed => Run(seed, rate, rate, share, 2_000).Verdict != AbTestVerdict.Undecided);

        alarms.ShouldBeLessThan((int)(Significance * Simulations));
    }

    [Fact]
    public void NoDifferenceWithAChangingWorld_IsDecidedLessOftenThanTheLevel()
    {
        int alarms = Enumerable.Range(0, Simulations).Count(seed =>
        {
            var random = new Random(seed);
            var test = new SequentialTest(Significance, 1, 0.1);
            for (int i = 0; i < 2_000; i++)
            {
                test.Add(random.NextDouble() < 0.5, random.NextDouble() < (i < 1_000 ? 0.9 : 0.2) ? 1 : 0);
            }

            return test.Verdict != AbTestVerdict.Undecided;
        });

        alarms.ShouldBeLessThan((int)(Significance * Simulations));
    }

    [Theory]
    [InlineData(0.5, 0.7, AbTestVerdict.Treatment)]
    [InlineData(0.7, 0.5, AbTestVerdict.Control)]
    public void RealDifference_IsDecidedForTheBetterOne(double control, double treatment, AbTestVerdict better)
    {
        AbTestVerdict[] verdicts = [.. Enumerable.Range(0, 200).Select(seed => Run(seed, control, treatment, 0.5, 3_000).Verdict)];

        verdicts.Count(verdict => verdict == better).ShouldBeGreaterThan(195);
        verdicts.ShouldNotContain(better == AbTestVerdict.Control ? AbTestVerdict.Treatment : AbTestVerdict.Control);
    }

    [Fact]
    public void ConfidenceInterval_HoldsTheTruthAtEveryMoment()
    {
        int left = Enumerable.Range(0, 300).Count(seed =>
        {
            var random = new Random(seed);
            var test = new SequentialTest(Significance, 1, 0.1);
            bool hasLeft = false;
            for (int i = 0; i < 1_500; i++)
            {
                bool treated = random.NextDouble() < 0.5;
                test.Add(treated, random.NextDouble() < (treated ? 0.6 : 0.45) ? 1 : 0);
                hasLeft |= test.Difference is { } interval && (interval.Low > 0.15 || interval.High < 0.15);
            }

            return hasLeft;
        });

        left.ShouldBeLessThan(30);
    }

    [Fact]
    public void Verdict_WaitsForTheSamplesAndThenStays()
    {
        var test = new SequentialTest(0.05, 300, 0.1);
        for (int i = 0; i < 299; i++)
        {
            test.Add(false, 0);
            test.Add(true, 1);
        }

        test.PValue.ShouldBeLessThan(1e-6);
        test.Verdict.ShouldBe(AbTestVerdict.Undecided);
        test.Add(false, 0);
        test.Add(true, 1);
        test.Verdict.ShouldBe(AbTestVerdict.Treatment);

        for (int i = 0; i < 5_000; i++)
        {
            test.Add(false, 1);
            test.Add(true, 0);
        }

        test.Verdict.ShouldBe(AbTestVerdict.Treatment);
    }

    [Fact]
    public void Ratio_IsThatOfTheFormula()
    {
        var test = new SequentialTest(0.05, 1, 0.1);
        test.Add(false, 0);
        test.Add(false, 0.5);
        test.Add(true, 1);

        // One block: 2 and 1 outcomes, difference 0.75, information 4 / (1/2 + 1).
        double information = 4 / 1.5;
        double spread = 1 + (0.01 * information);
        double sum = 0.75 * information;
        double ratio = Math.Exp(0.01 * sum * sum / (2 * spread)) / Math.Sqrt(spread);
        test.PValue.ShouldBe(Math.Min(1, 1 / ratio), 1e-12);
        (test.ControlMean, test.TreatmentMean).ShouldBe((0.25, 1));
    }

    private static SequentialTest Run(int seed, double control, double treatment, double share, int outcomes)
    {
        var random = new Random(seed);
        var test = new SequentialTest(Significance, 1, 0.1);
        for (int i = 0; i < outcomes; i++)
        {
            bool treated = random.NextDouble() < share;
            test.Add(treated, random.NextDouble() < (treated ? treatment : control) ? 1 : 0);
        }

        return test;
    }
}
