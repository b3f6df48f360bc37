using LlmAspects.Components.Caching.Semantic;

namespace LlmAspects.Components.Tests.Caching.Semantic;

public class LearnedThresholdTests
{
    private static readonly SemanticCacheOptions Options = new() { MinSimilarity = 0.95 };

    [Theory]
    [InlineData(0, 10, 0.2589)]
    [InlineData(1, 10, 0.3942)]
    [InlineData(5, 100, 0.1023)]
    [InlineData(10, 10, 1)]
    public void UpperBound_IsThatOfClopperAndPearson(long failures, long trials, double bound) =>
        BinomialBound.Upper(failures, trials, 0.95).ShouldBe(bound, 5e-5);

    [Fact]
    public void LowerBound_MirrorsTheUpperOne()
    {
        BinomialBound.Lower(9, 10, 0.95).ShouldBe(1 - BinomialBound.Upper(1, 10, 0.95), 1e-9);
        BinomialBound.Lower(0, 10, 0.95).ShouldBe(0);
    }

    [Fact]
    public void FewLabels_ProveNothing()
    {
        LearnedThreshold threshold = new(Options);
        Add(threshold, 1, right: 50, wrong: 0);
        threshold.Value.ShouldBe(0.95);
        Add(threshold, 1, right: 10, wrong: 0);
        threshold.Value.ShouldBe(1);
    }

    [Fact]
    public void GoodLabelsFurtherDown_LowerTheThreshold()
    {
        LearnedThreshold threshold = new(Options);
        Add(threshold, 1, right: 200, wrong: 0);
        Add(threshold, 0.82, right: 200, wrong: 2);
        threshold.Value.ShouldBe(0.8, 1e-9);
        Add(threshold, 0.71, right: 0, wrong: 60);
        threshold.Value.ShouldBe(0.8, 1e-9);
    }

    [Fact]
    public void BadLabels_TurnTheTierOffAndGoodOnesOnAgain()
    {
        LearnedThreshold threshold = new(Options);
        Add(threshold, 0.97, right: 5, wrong: 5);
        threshold.Value.ShouldBe(double.PositiveInfinity);
        Add(threshold, 0.97, right: 1_000, wrong: 0);
        threshold.Value.ShouldBe(0.95, 1e-9);
    }

    [Fact]
    public void TrueRateOfFalseHits_StaysBelowTheLimitAsOftenAsPromised()
    {
        // The chance of a wrong answer grows as the similarity falls; the limit of 5 % is crossed somewhere below 0.8.
        const int runs = 400;
        Random random = new(1);
        int broken = 0;
        int lowered = 0;
        for (int run = 0; run < runs; run++)
        {
            LearnedThreshold threshold = new(Options);
            for (int label = 0; label < 1_500; label++)
            {
                double similarity = 0.5 + (0.5 * random.NextDouble());
                threshold.Add(similarity, random.NextDouble() >= WrongAt(similarity));
            }

            broken += threshold.Value <= 1 && MeanWrongFrom(threshold.Value) > Options.MaxFalseHitRate ? 1 : 0;
            lowered += threshold.Value < 0.95 - 1e-9 ? 1 : 0;
        }

        ((double)broken / runs).ShouldBeLessThanOrEqualTo(0.05);
        lowered.ShouldBeGreaterThan(runs / 2);
    }

    private static double WrongAt(double similarity) => Math.Pow(1 - similarity, 2);

    // The mean of (1 - s)^2 for s from the threshold to 1.
    private static double MeanWrongFrom(double threshold) => Math.Pow(1 - threshold, 2) / 3;

    private static void Add(LearnedThreshold threshold, double similarity, int right, int wrong)
    {
        for (int i = 0; i < right; i++)
        {
            threshold.Add(similarity, wasRight: true);
        }

        for (int i = 0; i < wrong; i++)
        {
            threshold.Add(similarity, wasRight: false);
        }
    }
}
