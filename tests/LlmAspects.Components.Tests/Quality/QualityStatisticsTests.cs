using LlmAspects.Components.Quality;
using LlmAspects.Components.Quality.Code;
using LlmAspects.Components.Quality.Drift;
using LlmAspects.Components.Quality.Safety;

namespace LlmAspects.Components.Tests.Quality;

public class QualityStatisticsTests
{
    private const string Supported = "Cats sleep.";
    private const string Unsupported = "Dogs bark.";

    private readonly LlmQualityMonitor _monitor = new();

    [Fact]
    public void Statistics_CountAnswersAndStatements()
    {
        Evaluate(_monitor, Supported, Unsupported, $"{Supported} {Unsupported}", "Sorry.");
        _monitor.GetStatistics().ShouldBe(new QualityStatistics { Evaluations = 4, Measured = 3, Mean = 0.5, Minimum = 0, Statements = 4, Unsupported = 2 });
    }

    [Fact]
    public void NothingMeasured_HasNoMean() =>
        _monitor.GetStatistics().ShouldBe(new QualityStatistics { Evaluations = 0, Measured = 0, Mean = null, Minimum = null, Statements = 0, Unsupported = 0 });

    [Fact]
    public void Trend_KeepsTheLastScoresOnly()
    {
        var monitor = new LlmQualityMonitor(new LlmQualityOptions { TrendWindow = 3 });
        Evaluate(monitor, Unsupported, Unsupported, Supported, Unsupported, Supported);
        monitor.GetTrend().Scores.ShouldBe([1, 0, 1]);
    }

    [Fact]
    public void Trend_ComparesNewerWithOlder()
    {
        Evaluate(_monitor, [.. Enumerable.Repeat(Supported, 5), .. Enumerable.Repeat(Unsupported, 5)]);
        _monitor.GetTrend().Change.Value.ShouldBe(-1);
    }

    [Fact]
    public void FewScores_MakeNoTrend()
    {
        Evaluate(_monitor, [.. Enumerable.Repeat(Supported, 9)]);
        _monitor.GetTrend().Change.ShouldBe(new QualityScore(null, "Only 9 of the 10 scores that a trend needs."));
    }

    [Fact]
    public void Reset_ForgetsEverything()
    {
        Evaluate(_monitor, Supported);
        _monitor.Reset();
        _monitor.GetStatistics().Evaluations.ShouldBe(0);
        _monitor.GetStatistics().Minimum.ShouldBeNull();
        _monitor.GetTrend().Scores.ShouldBeEmpty();
    }

    [Fact]
    public void ManyThreads_LoseNothing()
    {
        Parallel.For(0, 200, _ => Evaluate(_monitor, Supported));
        _monitor.GetStatistics().ShouldBe(new QualityStatistics { Evaluations = 200, Measured = 200, Mean = 1, Minimum = 1, Statements = 200, Unsupported = 0 });
    }

    [Fact]
    public void Defaults_ArePinned()
    {
        var options = new LlmQualityOptions();
        (options.SupportThreshold, options.TrendWindow, options.MaxWarnings, options.MaxSamples).ShouldBe((0.5, 1_000, 20, 8));
        (options.ExpectedUnsafeShare, options.SafetyThreshold, options.Calibration, options.Drift).ShouldBe((0.2, 0.5, null, new DriftOptions()));
        options.SafetyModel.ShouldBeSameAs(SafetyModel.Default);
        options.CodeValidators.Select(static validator => validator.GetType()).ShouldBe([typeof(JsonCodeValidator), typeof(JsonCodeValidator), typeof(XmlCodeValidator)]);
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(1.1, 2, 1)]
    [InlineData(double.NaN, 2, 1)]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.5, 2, 0)]
    public void OptionOutOfRange_IsRefused(double threshold, int window, int warnings) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmQualityMonitor(new LlmQualityOptions { SupportThreshold = threshold, TrendWindow = window, MaxWarnings = warnings }));

    [Theory]
    [InlineData(0.9, QualityLevel.Excellent)]
    [InlineData(0.89, QualityLevel.Good)]
    [InlineData(0.7, QualityLevel.Good)]
    [InlineData(0.5, QualityLevel.Fair)]
    [InlineData(0.3, QualityLevel.Poor)]
    [InlineData(0.29, QualityLevel.VeryPoor)]
    public void Level_FollowsTheScore(double score, QualityLevel level) => new QualityReport { Groundedness = new QualityScore(null, ""), Overall = new QualityScore(score, "") }.Level.ShouldBe(level);

    private static void Evaluate(LlmQualityMonitor monitor, params string[] answers)
    {
        foreach (string answer in answers)
        {
            monitor.Evaluate(answer, QualityContext.Of(Supported));
        }
    }
}
