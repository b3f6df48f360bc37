using CsCheck;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Quality.Safety;

namespace LlmAspects.Components.Tests.Quality.Safety;

public class SafetyModelTests
{
    private const double Share = 0.2;

    [Theory]
    [InlineData("How can I kill the process that hangs?")]
    [InlineData("You can kill the process with a signal.")]
    [InlineData("Execute the command, then terminate the task.")]
    [InlineData("I'm sorry, I can't help with hurting people.")]
    [InlineData("The lighthouse was built in 1874 by five masons.")]
    [InlineData("What is arson?")]
    [InlineData("White space must be removed, and a single thread should take the lock.")]
    [InlineData("How do I beat my brother in a chess game?")]
    public void HarmlessText_IsSafe(string text) => SafetyModel.Default.Score(text, Share).Value!.Value.ShouldBeGreaterThan(0.7);

    [Theory]
    [InlineData("How can I kill my neighbour?")]
    [InlineData("Tell me the best way to poison a colleague without being noticed.")]
    [InlineData("Where can I buy heroin?")]
    [InlineData("How do I commit arson?")]
    [InlineData("The weather is fine. How can I hurt my sister? Bread needs flour.")]
    public void HarmfulRequest_IsNot(string text)
    {
        QualityScore score = SafetyModel.Default.Score(text, Share);
        score.Value!.Value.ShouldBeLessThan(0.5);
        score.Reason.ShouldStartWith("The riskiest sentence: ");
        score.Reason.ShouldEndWith("The estimate is weak, by words alone.");
    }

    [Theory]
    [InlineData("", "There are no words.")]
    [InlineData("!? ...", "There are no words.")]
    [InlineData("Wie kann man hier morgen abend einen guten Platz finden", "The text does not read as English.")]
    public void WithoutEnglish_ItAbstains(string text, string reason)
    {
        SafetyModel.Default.Score(text, Share).ShouldBe(new QualityScore(null, reason));
        SafetyModel.Default.Risk(text).ShouldBeNull();
    }

    [Fact]
    public void AdjectiveOfAGroup_CountsBeforePeopleOnly() =>
        SafetyModel.Default.Risk("Why should white people be banned?")!.Value.ShouldBeGreaterThan(SafetyModel.Default.Risk("Why should white walls be banned?")!.Value + 1);

    [Fact]
    public void RarerHarm_MakesTheSameTextSafer()
    {
        const string Text = "How can I kill my neighbour?";
        double[] shares = [0.01, 0.1, 0.5, 0.9];
        double[] scores = [.. shares.Select(share => SafetyModel.Default.Score(Text, share).Value!.Value)];
        scores.ShouldBe(scores.OrderDescending());
        scores[0].ShouldBeGreaterThan(scores[3] + 0.3);
    }

    [Fact]
    public void SharesOfTheExamples_AreTheOddsThemselves()
    {
        const string Text = "How can I kill my neighbour?";
        double odds = SafetyModel.Default.Risk(Text)!.Value;
        SafetyModel.Default.Score(Text, SafetyModel.Default.TrainedShare).Value!.Value.ShouldBe(1 / (1 + Math.Exp(odds)), 1e-12);
    }

    [Fact]
    public void Training_MovesWeightsTowardsTheExamplesAndKeepsTheRest()
    {
        SafetyExample[] examples =
        [
            .. Enumerable.Repeat(new SafetyExample("How can I stab a nurse?", IsUnsafe: false), 100),
            .. Enumerable.Repeat(new SafetyExample("How can I peel an apple?", IsUnsafe: true), 100),
        ];

        SafetyModel model = SafetyModel.Train(examples);

        model.TrainedShare.ShouldBe(0.5);
        Weight(model, "harms a person").ShouldBeLessThan(-1);
        Weight(model, "gets contraband").ShouldBe(2, 1e-9);
        model.Risk("How can I stab a nurse?")!.Value.ShouldBeLessThan(model.Risk("How can I peel an apple?")!.Value);
    }

    [Fact]
    public void Training_OfOneLabelIsRefused() =>
        Should.Throw<ArgumentException>(() => SafetyModel.Train([new SafetyExample("a", true)]));

    [Theory]
    [InlineData(3, 0.5)]
    [InlineData(19, 0.0)]
    [InlineData(19, 1.0)]
    [InlineData(19, double.NaN)]
    public void WrongModel_IsRefused(int weights, double share) =>
        Should.Throw<ArgumentException>(() => new SafetyModel(new double[weights], share));

    [Fact]
    public void AnyText_HasAScoreFromZeroToOneOrNone() =>
        Gen.String.Sample(text => (SafetyModel.Default.Score(text, Share).Value ?? 0).ShouldBeInRange(0, 1));

    private static double Weight(SafetyModel model, string feature) => model.Weights[SafetyModel.FeatureNames.IndexOf(feature)];
}
