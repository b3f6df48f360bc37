using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;

namespace LlmAspects.Components.Tests.Prompting.Optimization;

public class QueryOptimizerLearningTests
{
    private const OptimizationStrategy Example = OptimizationStrategy.Exemplification;

    private readonly QueryOptimizer _optimizer = new();

    [Fact]
    public void CredibleGain_ChangesQueries()
    {
        Seed(_optimizer, with: 0.9, without: 0.4);

        OptimizedQuery result = _optimizer.Optimize("Describe how glass is made.");

        QueryEdit edit = result.Improvements.ShouldHaveSingleItem();
        edit.Strategy.ShouldBe(Example);
        edit.Reason.ShouldStartWith("Reports show a gain of 0.4");
        GainEstimate gain = result.EstimatedGain.ShouldNotBeNull();
        gain.Mean.ShouldBe(0.45, 0.05);
        gain.Lower.ShouldBeInRange(0.1, gain.Mean);
        gain.Upper.ShouldBeGreaterThan(gain.Mean);
        result.Confidence.ShouldBe(gain.Probability);
        gain.Probability.ShouldBeGreaterThan(0.99);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.52, 0.5)]
    [InlineData(0.4, 0.6)]
    public void GainThatIsNotCredible_ChangesNothing(double with, double without)
    {
        Seed(_optimizer, with, without);
        _optimizer.Optimize(OptimizerSamples.Explanation).Improvements.ShouldBeEmpty();
    }

    [Fact]
    public void TooFewReports_ChangeNothing()
    {
        Seed(_optimizer, with: 1, without: 0, reports: 15);
        OptimizedQuery result = _optimizer.Optimize(OptimizerSamples.Explanation);
        result.Improvements.ShouldBeEmpty();
        result.Suggestions.ShouldHaveSingleItem().Gain.ShouldBeNull();
    }

    [Fact]
    public void Loss_StopsEvenATrustedStrategy()
    {
        var optimizer = new QueryOptimizer(new QueryOptimizerOptions { Trusted = [Example] });
        optimizer.Optimize(OptimizerSamples.Explanation).Improvements.ShouldHaveSingleItem();
        optimizer.ImportLearned(Exported(with: 0.2, without: 0.9));

        OptimizedQuery result = optimizer.Optimize(OptimizerSamples.Explanation);

        (result.Improvements.Count, result.Suggestions.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void WhatIsLearned_HoldsForItsTaskAndFeatureOnly()
    {
        Seed(_optimizer, with: 0.9, without: 0.3);
        _optimizer.Optimize("circuit breaker").Improvements.ShouldBeEmpty();
        _optimizer.Optimize("Write a story about a fox").Improvements.ShouldBeEmpty();
        LearnedPattern pattern = _optimizer.GetPatterns().ShouldHaveSingleItem();
        (pattern.Task, pattern.Feature, pattern.Strategy, pattern.IsCredible).ShouldBe((LlmTask.QuestionAnswering, QueryFeature.NoExample, Example, true));
    }

    [Fact]
    public void Tenants_DoNotLearnFromOneAnother()
    {
        Seed(_optimizer, with: 0.9, without: 0.3, tenant: "north");
        _optimizer.Optimize(OptimizerSamples.Explanation, "north").Improvements.ShouldHaveSingleItem();
        _optimizer.Optimize(OptimizerSamples.Explanation, "south").Improvements.ShouldBeEmpty();
        _optimizer.Optimize(OptimizerSamples.Explanation).Improvements.ShouldBeEmpty();
        _optimizer.GetPatterns("south").ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_FadesWithTime()
    {
        var clock = OptimizerSamples.Clock();
        var optimizer = new QueryOptimizer(timeProvider: clock);
        Seed(optimizer, with: 0.9, without: 0.3);
        double fresh = optimizer.GetPatterns()[0].Changed;

        clock.Advance(TimeSpan.FromDays(30));

        optimizer.GetPatterns()[0].Changed.ShouldBe(fresh / 2, 0.01);
        clock.Advance(TimeSpan.FromDays(60));
        optimizer.Optimize(OptimizerSamples.Explanation).Improvements.ShouldBeEmpty();
    }

    [Fact]
    public void NewReports_OutweighOldOnes()
    {
        Seed(_optimizer, with: 0.9, without: 0.3);
        for (int i = 0; i < 600; i++)
        {
            _optimizer.ReportQuality(_optimizer.Optimize(new OptimizationRequest(OptimizerSamples.Explanation) { Accepted = [Example] }), 0.1);
        }

        LearnedPattern pattern = _optimizer.GetPatterns().ShouldHaveSingleItem();
        pattern.IsCredible.ShouldBeFalse();
        pattern.Changed.ShouldBeLessThanOrEqualTo(200);
        pattern.Gain.ShouldNotBeNull().Upper.ShouldBeLessThan(0);
    }

    [Fact]
    public void Query_IsReportedOnce()
    {
        OptimizedQuery result = _optimizer.Optimize(OptimizerSamples.Explanation);
        _optimizer.ReportQuality(result, 0.5).ShouldBeTrue();
        _optimizer.ReportQuality(result, 0.5).ShouldBeFalse();
        _optimizer.GetPatterns().ShouldHaveSingleItem().Unchanged.ShouldBe(1, 1e-6);
        _optimizer.GetStatistics().Reports.ShouldBe(1);
    }

    [Fact]
    public void QueryThatLacksNothing_TeachesNothing() => _optimizer.ReportQuality(_optimizer.Optimize("What is the capital of Chile?"), 1).ShouldBeFalse();

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void QualityOutOfRange_IsRefused(double quality) =>
        Should.Throw<ArgumentOutOfRangeException>(() => _optimizer.ReportQuality(_optimizer.Optimize(OptimizerSamples.Explanation), quality));

    [Fact]
    public void RoomForPatterns_IsLimited()
    {
        var optimizer = new QueryOptimizer(new QueryOptimizerOptions { MaxPatterns = 1 });
        optimizer.ReportQuality(optimizer.Optimize(OptimizerSamples.Explanation), 1).ShouldBeTrue();
        optimizer.ReportQuality(optimizer.Optimize(OptimizerSamples.Explanation, "other"), 1).ShouldBeFalse();
        optimizer.ReportQuality(optimizer.Optimize(OptimizerSamples.Explanation), 1).ShouldBeTrue();
        optimizer.GetStatistics().Patterns.ShouldBe(1);
    }

    [Fact]
    public void Exploration_TriesItsShareAndAlwaysTheSameQueries()
    {
        var optimizer = new QueryOptimizer(new QueryOptimizerOptions { ExplorationShare = 0.3 });
        string[] queries = [.. Enumerable.Range(0, 1_000).Select(static i => $"Explain how machine {i} works.")];

        string[] tried = [.. queries.Where(query => optimizer.Optimize(query).Improvements.Count > 0)];

        tried.Length.ShouldBeInRange(240, 360);
        tried.ShouldAllBe(query => optimizer.Optimize(query).Improvements.Count == 1);
        tried.ShouldAllBe(query => optimizer.Optimize(optimizer.Optimize(query).Optimized).Improvements.Count == 0);
        var other = new QueryOptimizer(new QueryOptimizerOptions { ExplorationShare = 0.3, ExplorationSeed = 1 });
        queries.Where(query => other.Optimize(query).Improvements.Count > 0).ShouldNotBe(tried);
    }

    [Fact]
    public void ConcurrentReports_AreAllCounted()
    {
        Parallel.For(0, 2_000, i => _optimizer.ReportQuality(_optimizer.Optimize(new OptimizationRequest(OptimizerSamples.Explanation) { Accepted = i % 2 == 0 ? [Example] : [] }), 0.5));
        OptimizerStatistics statistics = _optimizer.GetStatistics();
        (statistics.Queries, statistics.Reports, statistics.Patterns, statistics.History).ShouldBe((2_000, 2_000, 1, 2_000));
    }

    // Half of the difference of two normal distributions: an interval that holds the mean, and is narrower with more reports.
    [Fact]
    public void Gain_IsTheDifferenceOfTheMeans()
    {
        GainEstimate few = GainRules.Estimate((30, 24), (30, 12), 20).ShouldNotBeNull();
        GainEstimate many = GainRules.Estimate((300, 240), (300, 120), 20).ShouldNotBeNull();
        few.Mean.ShouldBe((25 / 32.0) - (13 / 32.0), 1e-9);
        (few.Upper - few.Lower).ShouldBeGreaterThan(2.5 * (many.Upper - many.Lower));
        GainRules.Estimate((30, 15), (30, 15), 20)!.Probability.ShouldBe(0.5, 1e-6);
        NormalProbability.Below(1.959964).ShouldBe(0.975, 1e-6);
        NormalProbability.Below(-1.959964).ShouldBe(0.025, 1e-6);
    }

    [Fact]
    public void Defaults_ArePinned() => new QueryOptimizerOptions().ShouldBe(new QueryOptimizerOptions
    {
        MaxHistory = 10_000,
        MaxPatterns = 10_000,
        MinimumSamples = 20,
        Credibility = 0.95,
        MinimumGain = 0.01,
        LearningDecay = 0.995,
        LearningHalfLife = TimeSpan.FromDays(30),
        Trusted = [],
        ExplorationShare = 0,
        ExplorationSeed = 0,
    });

    public static TheoryData<QueryOptimizerOptions> WrongOptions() =>
    [
        new() { MaxHistory = 0 }, new() { MaxPatterns = 0 }, new() { MinimumSamples = 1 }, new() { Credibility = 0.49 }, new() { Credibility = 1 }, new() { MinimumGain = -0.1 },
        new() { LearningDecay = 1 }, new() { LearningDecay = 0.9 }, new() { LearningHalfLife = TimeSpan.Zero }, new() { ExplorationShare = 1.1 },
    ];

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public void OptionOutOfRange_IsRefused(QueryOptimizerOptions options) => Should.Throw<ArgumentOutOfRangeException>(() => new QueryOptimizer(options));

    [Theory]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void ConstraintThatIsNoLine_IsRefused(string text) => Should.Throw<ArgumentException>(
        () => new QueryOptimizer(new QueryOptimizerOptions { Constraints = new Dictionary<LlmTask, string> { [LlmTask.Code] = text } }));

    private static void Seed(QueryOptimizer optimizer, double with, double without, int reports = 60, string tenant = "") => optimizer.ImportLearned(Exported(with, without, reports), tenant);

    private static string Exported(double with, double without, int reports = 60)
    {
        var optimizer = new QueryOptimizer(new QueryOptimizerOptions { MinimumSamples = 190 }, OptimizerSamples.Clock());
        optimizer.Teach(Example, with, without, reports);
        return optimizer.ExportLearned();
    }
}
