using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public class ComplexityLearningTests
{
    private static readonly ComplexityFeatures Plain = new(Words: 8, Parts: 1, Options: 0, Conditions: 0, Negations: 0, Steps: 0, Numbers: 0, Symbols: 0, Variables: 0, LlmTask.General);
    private static readonly ComplexityFeatures WithNumbers = Plain with { Numbers = 7 };
    private static readonly ComplexityFeatures WithSteps = Plain with { Steps = 3 };

    [Fact]
    public void ManyOutcomes_DecideTheProbability()
    {
        ComplexityModel model = ComplexityModel.Prior.Fit([.. Outcomes(Plain, 2_000, failures: 200), .. Outcomes(WithSteps, 2_000, failures: 1_600), .. Outcomes(WithNumbers, 2_000, failures: 400)]);

        Probability(model, Plain).ShouldBe(0.1, 0.01);
        Probability(model, WithSteps).ShouldBe(0.8, 0.01);
        Probability(model, WithNumbers).ShouldBe(0.2, 0.01);
        (model.Estimate(Plain).IsCalibrated, model.OutcomeCount, ComplexityModel.Prior.OutcomeCount).ShouldBe((true, 6_000, 0));
    }

    [Fact]
    public void FewOutcomes_MoveTheBaseRateAndHardlyTheWeights()
    {
        ComplexityModel model = ComplexityModel.Prior.Fit([.. Outcomes(Plain, 15, failures: 8), .. Outcomes(WithNumbers, 15, failures: 8)]);

        Probability(model, Plain).ShouldBeInRange(0.35, 0.6);
        model.Weights[7].ShouldBeInRange(0.5 * ComplexityModel.Prior.Weights[7], ComplexityModel.Prior.Weights[7]);
        model.Weights[9].ShouldBe(ComplexityModel.Prior.Weights[9]);
    }

    [Fact]
    public void NoCount_MakesARequestEasier()
    {
        ComplexityModel model = ComplexityModel.Prior.Fit([.. Outcomes(Plain, 1_000, failures: 900), .. Outcomes(WithNumbers, 1_000, failures: 100)]);

        model.Weights[7].ShouldBe(0, 1e-9);
        model.Weights.Skip(1).ShouldAllBe(weight => weight >= 0);
    }

    [Fact]
    public void OutcomesOfOneKind_StayProbabilities()
    {
        Probability(ComplexityModel.Prior.Fit(Outcomes(Plain, 20, failures: 0)), Plain).ShouldBeInRange(0.001, 0.1);
        Probability(ComplexityModel.Prior.Fit(Outcomes(Plain, 20, failures: 20)), Plain).ShouldBeInRange(0.8, 0.999);
    }

    [Fact]
    public void Calibration_TurnsScoresIntoSharesOfFailures()
    {
        ComplexityModel model = ComplexityModel.Prior.Calibrate([.. Outcomes(Plain, 10, failures: 1), .. Outcomes(WithNumbers, 10, failures: 8)]);

        ComplexityEstimate estimate = model.Estimate(WithNumbers);

        (estimate.Probability, estimate.Score, estimate.IsCalibrated).ShouldBe((0.8, ComplexityModel.Prior.Estimate(WithNumbers).Score, true));
        Probability(model, Plain).ShouldBe(0.1);
    }

    [Fact]
    public void TooFewOutcomes_AreRefused()
    {
        ComplexityOutcome[] few = Outcomes(Plain, ComplexityModel.MinimumOutcomes - 1, failures: 3);

        Should.Throw<ArgumentException>(() => ComplexityModel.Prior.Fit(few));
        Should.Throw<ArgumentException>(() => ComplexityModel.Prior.Calibrate(few));
    }

    [Fact]
    public void CancelledFit_Ends() =>
        Should.Throw<OperationCanceledException>(() => ComplexityModel.Prior.Fit(Outcomes(Plain, 20, failures: 3), new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LearnedModel_IsTheSameAfterARestart(bool calibrates)
    {
        ComplexityOutcome[] outcomes = [.. Outcomes(Plain, 30, failures: 4), .. Outcomes(WithNumbers, 30, failures: 21), .. Outcomes(WithSteps, 30, failures: 9)];
        ComplexityModel model = ComplexityModel.Prior.Fit(outcomes);
        model = calibrates ? model.Calibrate(outcomes) : model;

        var restored = ComplexityModel.ImportLearned(model.ExportLearned());

        restored.Weights.ShouldBe(model.Weights);
        restored.OutcomeCount.ShouldBe(90);
        CsCheck.Check.Sample(CsCheck.Gen.Int[0, 200], count => restored.Estimate(Plain with { Numbers = count }) == model.Estimate(Plain with { Numbers = count }));
    }

    [Theory]
    [InlineData("nonsense", "complexity_state_invalid")]
    [InlineData("null", "complexity_state_invalid")]
    [InlineData("""{"format":"llmaspects.query_optimizer","version":1}""", "complexity_state_invalid")]
    [InlineData("""{"format":"llmaspects.complexity","version":2}""", "complexity_state_version")]
    [InlineData("""{"format":"llmaspects.complexity","version":1,"outcomes":20,"weights":{"intercept":1},"calibration":null}""", "complexity_state_invalid")]
    public void AnythingElse_IsRefused(string json, string code) => Should.Throw<LlmOrchestratorException>(() => ComplexityModel.ImportLearned(json)).ErrorCode.ShouldBe(code);

    [Theory]
    [InlineData("\"words\"", "\"letters\"")]
    [InlineData("\"outcomes\": 20", "\"outcomes\": -1")]
    [InlineData("\"failures\": 0.5", "\"failures\": 1.5")]
    [InlineData("\"calibration\": [", "\"calibration\": [{\"score\":0.9,\"failures\":0.1},")]
    public void ChangedState_IsRefused(string part, string other)
    {
        string json = ComplexityModel.Prior.Calibrate(Outcomes(Plain, 20, failures: 10)).ExportLearned();
        json.ShouldContain(part);

        Should.Throw<LlmOrchestratorException>(() => ComplexityModel.ImportLearned(json.Replace(part, other, StringComparison.Ordinal))).ErrorCode.ShouldBe("complexity_state_invalid");
    }

    private static ComplexityOutcome[] Outcomes(ComplexityFeatures features, int count, int failures) =>
        [.. Enumerable.Range(0, count).Select(outcome => new ComplexityOutcome(features, outcome < failures))];

    private static double Probability(ComplexityModel model, ComplexityFeatures features) => model.Estimate(features).Probability;
}
