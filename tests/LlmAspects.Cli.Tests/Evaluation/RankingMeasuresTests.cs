using LlmAspects.Cli.Evaluation;
using LlmAspects.Cli.Evaluation.Retrieval;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class RankingMeasuresTests
{
    // Three relevant documents, one of them never found; a grade of 0 and one below are irrelevant.
    private static readonly RetrievalTopic Topic = new("q", "text", new Dictionary<string, int> { ["a"] = 3, ["b"] = 1, ["c"] = 2, ["d"] = 0, ["e"] = -1 });

    [Fact]
    public void Ndcg_IsTheDiscountedGradeInPartsOfTheIdeal()
    {
        // Found: e (-1 counts as 0), b (1) at rank 2, a (3) at rank 3. Ideal: 3, 2, 1.
        double gain = (1 / Math.Log2(3)) + (3 / Math.Log2(4));
        double ideal = 3 + (2 / Math.Log2(3)) + (1 / Math.Log2(4));

        RankingMeasures.Ndcg(["e", "b", "a", "x"], Topic, 10).ShouldBe(gain / ideal, 1e-12);
        RankingMeasures.Ndcg(["e", "b", "a", "x"], Topic, 10).ShouldBe(0.4475, 1e-4);
    }

    [Fact]
    public void Ndcg_StopsAtTheDepthInBothRankings() =>
        RankingMeasures.Ndcg(["c", "a"], Topic, 1).ShouldBe(2.0 / 3, 1e-12);

    [Fact]
    public void Recall_CountsTheRelevantAmongTheFirst()
    {
        RankingMeasures.Recall(["a", "d", "b"], Topic, 2).ShouldBe(1.0 / 3, 1e-12);
        RankingMeasures.Recall(["a", "d", "b"], Topic, 10).ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void AveragePrecision_DividesByAllThatIsRelevant() =>
        RankingMeasures.AveragePrecision(["x", "a", "d", "b"], Topic).ShouldBe(((1.0 / 2) + (2.0 / 4)) / 3, 1e-12);

    [Fact]
    public void EmptyRanking_IsZero()
    {
        RankingMeasures.Ndcg([], Topic, 10).ShouldBe(0);
        RankingMeasures.Recall([], Topic, 10).ShouldBe(0);
        RankingMeasures.AveragePrecision([], Topic).ShouldBe(0);
    }

    [Fact]
    public void EqualScores_AreOrderedByIdFromTheEnd() =>
        RankingMeasures.Order([("10", 1), ("9", 1), ("a", 2), ("B", 1)]).ShouldBe(["a", "B", "9", "10"]);

    [Fact]
    public void ScoresThatDifferLessThanSinglePrecision_AreEqual() =>
        RankingMeasures.Order([("a", 1 + 1e-12), ("b", 1)]).ShouldBe(["b", "a"]);
}
