using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

public class AnswerClustersTests
{
    private const double Similarity = 0.6;

    [Fact]
    public void EqualNumbers_AreOneCluster() => Votes(AnswerKind.Number, "18", "$18.00", "17", "none", null).ShouldBe([0, 0, 1, PanelOutcome.NoAnswer, PanelOutcome.Absent]);

    [Fact]
    public void SimilarTexts_AreOneCluster() =>
        Votes(AnswerKind.Text, "Paris is the capital of France.", "London is the capital of England.", "The capital of France is Paris, of course.").ShouldBe([0, 1, 0]);

    [Fact]
    public void AnotherNumber_IsAnotherAnswer() => Votes(AnswerKind.Text, "The wall is 30 metres high.", "The wall is 40 metres high.").ShouldBe([0, 1]);

    [Fact]
    public void ANegation_IsAnotherAnswer() => Votes(AnswerKind.Text, "The bridge is open to cars today.", "The bridge is not open to cars today.").ShouldBe([0, 1]);

    [Fact]
    public void Medoid_SpeaksForItsCluster()
    {
        AnswerClusters clusters = AnswerClusters.Of(
            ["red green blue black", "red green blue white grey", "red green blue white"], AnswerKind.Text, Similarity);

        clusters.Votes.ShouldBe([0, 0, 0]);
        clusters.Spokesman(0, [9, 5, 1]).ShouldBe(2);
    }

    [Fact]
    public void AmongEqualAnswers_TheHeaviestMemberSpeaks() => AnswerClusters.Of(["7", "#### 7", "8"], AnswerKind.Number, Similarity).Spokesman(0, [1, 2, 3]).ShouldBe(1);

    [Theory]
    [InlineData("18.0", 0)]
    [InlineData("17", 1)]
    [InlineData("16", PanelOutcome.NoAnswer)]
    [InlineData("nothing", PanelOutcome.NoAnswer)]
    public void RightAnswer_IsFoundAmongTheClusters(string answer, int expected) => AnswerClusters.Of(["18", "17"], AnswerKind.Number, Similarity).Find(answer, Similarity).ShouldBe(expected);

    [Theory]
    [InlineData("France has the capital Paris", 0)]
    [InlineData("Nobody knows that", PanelOutcome.NoAnswer)]
    public void RightText_IsFoundBySimilarity(string answer, int expected) =>
        AnswerClusters.Of(["Paris is the capital of France."], AnswerKind.Text, Similarity).Find(answer, Similarity).ShouldBe(expected);

    private static IReadOnlyList<int> Votes(AnswerKind kind, params string?[] answers) => AnswerClusters.Of(answers, kind, Similarity).Votes;
}
