using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public class ComplexityModelTests
{
    [Fact]
    public void EachCount_RaisesTheScore()
    {
        ComplexityFeatures plain = new(Words: 20, Parts: 1, Options: 0, Conditions: 0, Negations: 0, Steps: 0, Numbers: 0, Symbols: 0, Variables: 0, LlmTask.General);
        ComplexityFeatures[] harder =
        [
            plain with { Words = 200 }, plain with { Parts = 2 }, plain with { Options = 4 }, plain with { Conditions = 3 }, plain with { Negations = 2 }, plain with { Steps = 2 },
            plain with { Numbers = 3 }, plain with { Symbols = 3 }, plain with { Variables = 3 }, plain with { Task = LlmTask.Code },
        ];

        harder.ShouldAllBe(features => ComplexityModel.Prior.Estimate(features).Score > ComplexityModel.Prior.Estimate(plain).Score);
    }

    [Fact]
    public void Weights_AreThoseThatTheDocumentsTell() => ComplexityModel.FeatureNames.Zip(ComplexityModel.Prior.Weights).ShouldBe(
    [
        ("intercept", -2.2), ("words", 0.03), ("parts", 0.52), ("options", 0.16), ("conditions", 0.01), ("negations", 0.09), ("steps", 0.05),
        ("numbers", 0.23), ("symbols", 0.23), ("variables", 0.31), ("hard_task", 0.8),
    ]);

    [Theory]
    [InlineData("What is the capital of France?", 0.05, 0.15)]
    [InlineData("Write a friendly birthday message to my colleague, please.", 0.05, 0.15)]
    [InlineData("Which river runs through Paris?\nA. Rhine\nB. Seine\nC. Danube\nD. Thames\nAnswer:", 0.05, 0.25)]
    [InlineData("", 0.05, 0.15)]
    public void OrdinaryRequest_IsNotComplex(string text, double least, double most) => ComplexityModel.Prior.Estimate(text).Probability.ShouldBeInRange(least, most);

    [Fact]
    public void HardProblem_PassesTheThreshold() => ComplexityModel.Prior.Estimate(
        "1. Let x^2 + 3x + 2 = 0 and n = 12. Solve for x, given that x > -2 and n < 20.\n2. Prove that f(n) = n^2 - n is even for 5 <= n <= 100.\n3. Derive g(k) = k^3 + 7k, unless k = 4.",
        LlmTask.Reasoning).Probability.ShouldBeGreaterThan(0.7);

    [Fact]
    public void AnyText_HasAProbability() => CsCheck.Check.Sample(CsCheck.Gen.String, text => ComplexityModel.Prior.Estimate(text).Score is > 0 and < 1);

    [Fact]
    public void CountsOfAnEstimate_GiveItAgain()
    {
        ComplexityEstimate estimate = ComplexityModel.Prior.Estimate("Is 7 not prime?", LlmTask.Reasoning);

        ComplexityModel.Prior.Estimate(estimate.Features).ShouldBe(estimate);
        (estimate.Probability, estimate.IsCalibrated).ShouldBe((estimate.Score, false));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void WeightsOfAnotherNumber_AreRefused(int count) => Should.Throw<ArgumentException>(() => new ComplexityModel(new double[count]));

    [Fact]
    public void WeightThatIsNoNumber_IsRefused() => Should.Throw<ArgumentException>(() => new ComplexityModel([.. ComplexityModel.Prior.Weights.SetItem(3, double.NaN)]));
}
