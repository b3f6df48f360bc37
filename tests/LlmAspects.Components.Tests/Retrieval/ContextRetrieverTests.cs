using CsCheck;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

public class ContextRetrieverTests
{
    private static readonly string[] Words = ["apple", "bridge", "candle", "desert", "engine", "forest"];

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        new RetrieverOptions().ShouldBe(new RetrieverOptions { K1 = 1.2, B = 0.75, PairWeight = 0.3, Language = RetrievalLanguage.English, IndexHeaderPath = true, VectorPrecision = VectorPrecision.Full, FusionConstant = 60, FusionDepth = 100, NeighborWeight = 0 });
        new RetrievalQuery("x").Top.ShouldBe(5);
    }

    [Theory]
    [InlineData(-1, 0.5, 0)]
    [InlineData(double.NaN, 0.5, 0)]
    [InlineData(1, 1.5, 0)]
    [InlineData(1, double.NaN, 0)]
    [InlineData(1, 0.5, -1)]
    [InlineData(1, 0.5, double.PositiveInfinity)]
    public void OptionsOutOfRange_AreRefused(double k1, double b, double pairs) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ContextRetriever(new SemanticChunker(), new RetrieverOptions { K1 = k1, B = b, PairWeight = pairs }));

    [Fact]
    public void UnknownLanguage_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ContextRetriever(new SemanticChunker(), new RetrieverOptions { Language = (RetrievalLanguage)9 }));

    [Fact]
    public async Task Piece_HasExactOffsetsTitleAndPath()
    {
        const string Text = "# Guide\nIntro.\n## Retry\nA failed call is retried.\n";
        ContextRetriever retriever = With(new SourceDocument("a.md", Text) { Title = "The guide" });

        RetrievedChunk found = (await retriever.RetrieveAsync(new RetrievalQuery("What is retried?"))).ShouldHaveSingleItem();

        found.DocumentId.ShouldBe("a.md");
        found.Title.ShouldBe("The guide");
        found.HeaderPath.ShouldBe("Guide > Retry");
        found.Source.ShouldBe("bm25");
        found.Text.ShouldBe(Text[found.Start..found.End]);
    }

    [Fact]
    public async Task Scores_AreLucenesBm25()
    {
        ContextRetriever retriever = With(new("a", "apple apple bridge"), new("b", "apple candle desert engine"), new("c", "forest"));

        IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(new RetrievalQuery("apple"));

        // N = 3, df = 2, mean length 8/3: worked out by hand from the formula.
        double idf = Math.Log(1 + (1.5 / 2.5));
        double mean = 8.0 / 3;
        found.Select(chunk => chunk.DocumentId).ShouldBe(["a", "b"]);
        found[0].Score.ShouldBe(idf * 2 / (2 + (1.2 * (0.25 + (0.75 * 3 / mean)))), 1e-6);
        found[1].Score.ShouldBe(idf * 1 / (1 + (1.2 * (0.25 + (0.75 * 4 / mean)))), 1e-6);
    }

    [Fact]
    public async Task WordsThatFollowOneAnother_CountMore()
    {
        ContextRetriever retriever = With(new("a", "bridge engine apple"), new("b", "apple bridge engine"));

        RetrievedChunk[] found = [.. await retriever.RetrieveAsync(new RetrievalQuery("the apple of a bridge"))];

        // Stop words part no pair. Both pieces have the same words; N = 2, df = 1 for the pair, all lengths are the mean.
        found.Select(chunk => chunk.DocumentId).ShouldBe(["b", "a"]);
        (found[0].Score - found[1].Score).ShouldBe(0.3 * Math.Log(1 + (1.5 / 1.5)) / (1 + 1.2), 1e-6);
    }

    [Fact]
    public async Task PartsOfAnIdentifier_FollowTheWordBeforeIt()
    {
        ContextRetriever retriever = With(new("a", "BridgeEngine apple"), new("b", "apple BridgeEngine"));

        (await Ids(retriever, "apple bridge")).ShouldBe(["b", "a"]);
    }

    [Fact]
    public async Task WithoutPairs_TheOrderOfWordsSaysNothing()
    {
        ContextRetriever retriever = WithOptions(new RetrieverOptions { PairWeight = 0 }, new("a", "bridge engine apple"), new("b", "apple bridge engine"));

        IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(new RetrievalQuery("apple bridge"));

        found.Select(chunk => chunk.Score).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(RetrievalLanguage.English, "walk", true)]
    [InlineData(RetrievalLanguage.Neutral, "walk", false)]
    [InlineData(RetrievalLanguage.Neutral, "Walking", true)]
    [InlineData(RetrievalLanguage.English, "was", false)]
    [InlineData(RetrievalLanguage.Neutral, "was", true)]
    [InlineData(RetrievalLanguage.Neutral, "京都", true)]
    public async Task Language_DecidesWhatIsComparable(RetrievalLanguage language, string query, bool isFound)
    {
        ContextRetriever retriever = WithOptions(new RetrieverOptions { Language = language }, new SourceDocument("a", "was walking 東京都"));

        (await Ids(retriever, query)).Length.ShouldBe(isFound ? 1 : 0);
    }

    [Fact]
    public async Task QueryAskedAgain_HasTheSameScores()
    {
        ContextRetriever retriever = With([.. Enumerable.Range(0, 100).Select(i => new SourceDocument($"d{i:00}", string.Join(' ', Enumerable.Repeat("apple", 1 + (i % 7)).Append(Words[i % 6]))))]);
        var query = new RetrievalQuery("apple candle apple") { Top = 20 };

        IReadOnlyList<RetrievedChunk> computed = await retriever.RetrieveAsync(query);
        IReadOnlyList<RetrievedChunk> computedAndKept = await retriever.RetrieveAsync(query);
        IReadOnlyList<RetrievedChunk> kept = await retriever.RetrieveAsync(query);
        retriever.AddDocument(new SourceDocument("new", "forest"));
        retriever.RemoveDocument("new");
        IReadOnlyList<RetrievedChunk> changedBack = await retriever.RetrieveAsync(query);

        computed.Count.ShouldBe(20);
        computedAndKept.ShouldBe(computed);
        kept.ShouldBe(computed);
        changedBack.ShouldBe(computed);
    }

    [Fact]
    public void AnyTop_IsTheStartOfTheWholeRanking() => Gen.Select(Gen.Int[1, 60], Gen.Int[0, 5].Array[0, 6].Array[1, 60]).Sample((top, texts) =>
    {
        ContextRetriever retriever = With([.. texts.Select((words, i) => new SourceDocument($"d{i * 7 % 61}", string.Join(' ', words.Select(word => Words[word]))))]);
        RetrievedChunk[] Find(int count) => [.. retriever.RetrieveAsync(new RetrievalQuery("apple bridge candle") { Top = count }).AsTask().Result];

        RetrievedChunk[] all = Find(int.MaxValue);

        all.ShouldBe(all.OrderByDescending(chunk => chunk.Score).ThenBy(chunk => chunk.DocumentId, StringComparer.Ordinal));
        Find(top).ShouldBe(all.Take(top));
    });

    [Fact]
    public async Task Identifier_IsFoundByItsPartsAndBack()
    {
        ContextRetriever retriever = With(new("a", "Put `[ErrorContext]` on it."), new("b", "the error context of a call"), new("c", "nothing here"));

        (await Ids(retriever, "error context")).ShouldBe(["a", "b"], ignoreOrder: true);
        (await Ids(retriever, "ErrorContext")).ShouldBe(["a", "b"]);
        (await Ids(retriever, "error_context")).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task EqualScores_AreOrderedByDocumentId()
    {
        ContextRetriever retriever = With(new("c", "apple"), new("a", "apple"), new("B", "apple"), new("b", "apple"));

        (await Ids(retriever, "apple", top: 3)).ShouldBe(["B", "a", "b"]);
    }

    [Fact]
    public async Task OtherTenant_IsInvisible()
    {
        ContextRetriever retriever = With(new SourceDocument("a", "apple") { Tenant = "one" }, new SourceDocument("a", "apple pie") { Tenant = "two" });

        (await retriever.RetrieveAsync(new RetrievalQuery("apple"))).ShouldBeEmpty();
        (await retriever.RetrieveAsync(new RetrievalQuery("apple") { Tenant = "one" })).ShouldHaveSingleItem().Text.ShouldBe("apple");
        retriever.RemoveDocument("a", "one").ShouldBeTrue();
        (await retriever.RetrieveAsync(new RetrievalQuery("apple") { Tenant = "two" })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Filter_AppliesBeforeTheTop()
    {
        SourceDocument[] documents = [.. Enumerable.Range(0, 20).Select(i => new SourceDocument($"strong{i}", "apple apple apple"))];
        ContextRetriever retriever = With([.. documents, new SourceDocument("weak", "apple bridge candle desert") { Metadata = new Dictionary<string, string> { ["lang"] = "en" } }]);

        var query = new RetrievalQuery("apple") { Top = 1, Filter = MetadataFilter.Equal("lang", "en") };

        (await retriever.RetrieveAsync(query)).ShouldHaveSingleItem().DocumentId.ShouldBe("weak");
    }

    [Fact]
    public async Task SameId_IsReplaced()
    {
        ContextRetriever retriever = With(new("a", "apple"), new("a", "bridge"));

        retriever.Count.ShouldBe(1);
        (await Ids(retriever, "apple")).ShouldBeEmpty();
        (await Ids(retriever, "bridge")).ShouldBe(["a"]);
    }

    [Fact]
    public void UnknownDocument_IsNotRemoved() => With().RemoveDocument("a").ShouldBeFalse();

    [Fact]
    public void AnyChanges_RankLikeAFreshIndex() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 5].Array[0, 12], (id, words) => (id, text: string.Join(' ', words.Select(i => Words[i])))).Array[0, 60].Sample(
            changes =>
            {
                ContextRetriever changed = With();
                var expected = new Dictionary<string, SourceDocument>();
                foreach ((int id, string text) in changes)
                {
                    Change(changed, expected, new SourceDocument($"d{id % 10}", text), remove: id > 25);
                }

                ContextRetriever fresh = With([.. expected.Values]);
                Ranking(changed).ShouldBe(Ranking(fresh));
                changed.GetStatistics().Chunks.ShouldBe(fresh.GetStatistics().Chunks);
            },
            iter: 300);

    [Fact]
    public async Task ManyRemovals_CompactWithoutLoss()
    {
        ContextRetriever retriever = With([.. Enumerable.Range(0, 1000).Select(i => new SourceDocument($"d{i:0000}", $"apple number{i}"))]);
        for (int i = 0; i < 990; i++)
        {
            retriever.RemoveDocument($"d{i:0000}").ShouldBeTrue();
        }

        (await Ids(retriever, "apple", top: 100)).Length.ShouldBe(10);
        (await Ids(retriever, "number995")).ShouldBe(["d0995"]);
        (await Ids(retriever, "number5")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the of and")]
    [InlineData("?!*\"(")]
    [InlineData("\uD83D")]
    [InlineData("\0\u200B")]
    public async Task QueryWithoutWords_FindsNothing(string query)
    {
        ContextRetriever retriever = With(new SourceDocument("a", "apple"));

        (await Ids(retriever, query)).ShouldBeEmpty();
        retriever.GetStatistics().ShouldBe(new RetrieverStatistics(1, 1, 1, 1));
    }

    [Fact]
    public void AnyQuery_Succeeds()
    {
        ContextRetriever retriever = With(new("a", "apple"), new("b", ""), new("c", "\n\n"));

        Gen.String.Sample(query => retriever.RetrieveAsync(new RetrievalQuery(query) { Top = int.MaxValue }).AsTask().Result.Count.ShouldBeLessThanOrEqualTo(1));
    }

    [Fact]
    public async Task HugeQuery_Succeeds() => (await Ids(With(new SourceDocument("a", "apple")), string.Concat(Enumerable.Repeat("apple pear ", 100_000)))).ShouldBe(["a"]);

    [Fact]
    public async Task TopBelowOne_IsRefused() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await With().RetrieveAsync(new RetrievalQuery("x") { Top = 0 }));

    [Fact]
    public async Task Cancelled_IsCancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(async () => await With().RetrieveAsync(new RetrievalQuery("x"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => With().AddDocumentsAsync([new SourceDocument("a", "x")], null, cancelled));
    }

    [Fact]
    public async Task ManyDocuments_ReportProgress()
    {
        var reports = new Recorder();
        ContextRetriever retriever = With();

        int added = await retriever.AddDocumentsAsync([new("a", "apple"), new("b", "# H\nx\n# I\ny")], reports);

        added.ShouldBe(2);
        reports.Seen.ShouldBe([new IndexingProgress(1, 1, "a"), new IndexingProgress(2, 3, "b")]);
    }

    private static void Change(ContextRetriever retriever, Dictionary<string, SourceDocument> expected, SourceDocument document, bool remove)
    {
        if (remove)
        {
            retriever.RemoveDocument(document.Id).ShouldBe(expected.Remove(document.Id));
            return;
        }

        retriever.AddDocument(document);
        expected[document.Id] = document;
    }

    private static string Ranking(ContextRetriever retriever) => string.Join('\n', Words.Append("apple bridge forest").Select(word =>
        string.Join(' ', retriever.RetrieveAsync(new RetrievalQuery(word)).AsTask().Result.Select(chunk => $"{chunk.DocumentId}={chunk.Score:R}"))));

    private static async Task<string[]> Ids(ContextRetriever retriever, string query, int top = 5) =>
        [.. (await retriever.RetrieveAsync(new RetrievalQuery(query) { Top = top })).Select(chunk => chunk.DocumentId)];

    private static ContextRetriever With(params SourceDocument[] documents) => WithOptions(new RetrieverOptions(), documents);

    private static ContextRetriever WithOptions(RetrieverOptions options, params SourceDocument[] documents)
    {
        var retriever = new ContextRetriever(new SemanticChunker(), options);
        foreach (SourceDocument document in documents)
        {
            retriever.AddDocument(document);
        }

        return retriever;
    }

    private sealed class Recorder : IProgress<IndexingProgress>
    {
        public List<IndexingProgress> Seen { get; } = [];

        public void Report(IndexingProgress value) => Seen.Add(value);
    }
}
