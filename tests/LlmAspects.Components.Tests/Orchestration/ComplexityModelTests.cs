using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public class ComplexityModelTests
{
    [Fact]
    public void Features_AreCounted() =>
        ComplexityModel.Prior.Estimate("Answer in 20 words:\n1. Compare A and B, unless B is missing.\n2. If 3 is prime, explain why.", LlmTask.Reasoning).Features
            .ShouldBe(new ComplexityFeatures(Words: 20, Parts: 2, Conditions: 2, Numbers: 2, Steps: 3, LlmTask.Reasoning));

    [Fact]
    public void EachFeature_RaisesTheScore()
    {
        double plain = ScoreOf("Name the river of Paris");
        string[] harder = ["Name the river of Paris if there is one", "Name the 3 rivers of Paris 7", "Name the river of Paris then explain", "Name the river? Of Paris?", string.Join(' ', Enumerable.Repeat("Name the river of Paris", 20))];

        harder.ShouldAllBe(text => ScoreOf(text) > plain);
        ComplexityModel.Prior.Estimate("Name the river of Paris", LlmTask.Code).Score.ShouldBeGreaterThan(plain);
        plain.ShouldBeInRange(0.05, 0.15);
    }

    [Fact]
    public void AnyText_HasAProbability() => CsCheck.Check.Sample(CsCheck.Gen.String, text => ScoreOf(text) is > 0 and < 1);

    [Fact]
    public void Calibration_TurnsScoresIntoSharesOfFailures()
    {
        double low = ScoreOf("a");
        ComplexityModel model = ComplexityModel.Calibrated(
            [.. Enumerable.Range(0, 10).Select(outcome => new ComplexityOutcome(low, outcome == 0)), .. Enumerable.Range(0, 10).Select(outcome => new ComplexityOutcome(0.9, outcome < 8))]);

        ComplexityEstimate estimate = model.Estimate("a");

        (estimate.Probability, estimate.Score, estimate.IsCalibrated).ShouldBe((0.1, low, true));
        ComplexityModel.Prior.Estimate("a").IsCalibrated.ShouldBeFalse();
    }

    [Fact]
    public void TooFewOutcomes_AreRefused() =>
        Should.Throw<ArgumentException>(() => ComplexityModel.Calibrated([.. Enumerable.Repeat(new ComplexityOutcome(0.5, true), ComplexityModel.MinimumOutcomes - 1)]));

    private static double ScoreOf(string text) => ComplexityModel.Prior.Estimate(text).Score;
}
