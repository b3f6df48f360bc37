using CsCheck;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>What words in neighboring pieces count. The cap lets a piece hold one line.</summary>
public class NeighborWeightTests
{
    private const string OneSection = "apple apple bridge\n\ncandle desert engine\n\n";

    private static readonly string[] Lines = ["# Top\n", "# Other\n", "apple bridge\n\n", "candle apple\n\n", "desert engine\n\n"];

    private static readonly string[] Queries = ["apple", "candle bridge", "engine top"];

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void WeightOutOfRange_IsRefused(double weight) => Should.Throw<ArgumentOutOfRangeException>(() => With(weight));

    [Fact]
    public async Task WordInANeighbor_CountsInPart()
    {
        ContextRetriever retriever = With(0.25, new SourceDocument("a", OneSection));

        IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(new RetrievalQuery("apple"));

        // N = 2, df = 1; both pieces are 3 terms long with a quarter of the other's 3, which is the mean: worked out by hand from the formula.
        double idf = Math.Log(1 + (1.5 / 1.5));
        found.Select(chunk => chunk.Start).ShouldBe([0, OneSection.IndexOf("candle", StringComparison.Ordinal)]);
        found[0].Score.ShouldBe(idf * 2 / (2 + 1.2), 1e-6);
        found[1].Score.ShouldBe(idf * 0.5 / (0.5 + 1.2), 1e-6);
    }

    [Fact]
    public async Task WithoutAWeight_OnlyThePieceItselfCounts() =>
        (await With(0, new SourceDocument("a", OneSection)).RetrieveAsync(new RetrievalQuery("apple"))).ShouldHaveSingleItem().Start.ShouldBe(0);

    [Fact]
    public async Task OtherHeadings_AreNoNeighbors()
    {
        const string Text = "# One\napple bridge\n\n# Two\ncandle desert\n\n";

        (await With(0.5, new SourceDocument("a", Text)).RetrieveAsync(new RetrievalQuery("apple"))).ShouldHaveSingleItem().HeaderPath.ShouldBe("One");
    }

    [Fact]
    public async Task OtherDocuments_AreNoNeighbors() =>
        (await With(0.5, new("a", "apple"), new("b", "bridge")).RetrieveAsync(new RetrievalQuery("apple"))).ShouldHaveSingleItem().DocumentId.ShouldBe("a");

    [Fact]
    public async Task Neighbors_ReachTwoPiecesFar()
    {
        string text = string.Concat(Enumerable.Range(0, 9).Select(number => number == 4 ? "apple candle desert\n\n" : $"bridge number{number}\n\n"));

        IReadOnlyList<RetrievedChunk> found = await With(0.5, new SourceDocument("a", text)).RetrieveAsync(new RetrievalQuery("apple") { Top = 9 });

        found.Count.ShouldBe(5);
        found[0].Text.ShouldStartWith("apple");
    }

    [Fact]
    public async Task QueryAskedAgain_HasTheSameScores()
    {
        ContextRetriever retriever = With(0.5, [.. Enumerable.Range(0, 40).Select(number => new SourceDocument($"d{number:00}", $"apple bridge{number}\n\ncandle apple number\n\ndesert engine here\n\n"))]);
        var query = new RetrievalQuery("apple candle") { Top = 50 };

        IReadOnlyList<RetrievedChunk> computed = await retriever.RetrieveAsync(query);
        IReadOnlyList<RetrievedChunk> kept = await retriever.RetrieveAsync(query);

        computed.Count.ShouldBe(50);
        kept.ShouldBe(computed);
        (await retriever.RetrieveAsync(query)).ShouldBe(computed);
    }

    [Fact]
    public void AnyChanges_RankLikeAFreshIndex() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 4].Array[0, 8], (id, lines) => (id, text: string.Concat(lines.Select(line => Lines[line])))).Array[0, 60].Sample(
            changes =>
            {
                ContextRetriever changed = With(0.5);
                var expected = new Dictionary<string, SourceDocument>();
                foreach ((int id, string text) in changes)
                {
                    var document = new SourceDocument($"d{id % 10}", text);
                    if (id > 25)
                    {
                        changed.RemoveDocument(document.Id).ShouldBe(expected.Remove(document.Id));
                        continue;
                    }

                    changed.AddDocument(document);
                    expected[document.Id] = document;
                }

                Ranking(changed).ShouldBe(Ranking(With(0.5, [.. expected.Values])));
            },
            iter: 300);

    private static string Ranking(ContextRetriever retriever) => string.Join('\n', Queries.Select(query =>
        string.Join(' ', retriever.RetrieveAsync(new RetrievalQuery(query) { Top = 50 }).AsTask().Result.Select(chunk => $"{chunk.DocumentId}:{chunk.Start}={chunk.Score:R}"))));

    private static ContextRetriever With(double weight, params SourceDocument[] documents)
    {
        var retriever = new ContextRetriever(new SemanticChunker(options: new ChunkingOptions { MaxLength = 24 }), new RetrieverOptions { NeighborWeight = weight });
        foreach (SourceDocument document in documents)
        {
            retriever.AddDocument(document);
        }

        return retriever;
    }
}
