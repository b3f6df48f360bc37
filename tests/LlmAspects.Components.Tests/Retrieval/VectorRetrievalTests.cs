using CsCheck;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

public sealed class VectorRetrievalTests : IDisposable
{
    private static readonly SourceDocument[] Documents =
    [
        new("car", "a car on the road") { Metadata = new Dictionary<string, string> { ["kind"] = "land" } },
        new("boat", "a boat on the water") { Metadata = new Dictionary<string, string> { ["kind"] = "sea" } },
        new("cat", "a cat on the sofa"),
    ];

    private readonly FakeEmbedder _embedder = new(
        ("vehicle", [2, 0.2f, 0]), ("nothing", [0, 0, 0]), ("short", [1]), ("car", [1, 0, 0]), ("boat", [4, 4, 0]), ("cat", [-1, 0.1f, 0.1f]));

    public void Dispose() => _embedder.Dispose();

    [Theory]
    [InlineData(VectorPrecision.Full)]
    [InlineData(VectorPrecision.Quantized)]
    public async Task Vector_RanksByTheCosine(VectorPrecision precision)
    {
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions { VectorPrecision = precision });

        IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(new RetrievalQuery("vehicle") { Strategy = RetrievalStrategy.Vector });

        // The cat points away and is no answer.
        found.Select(chunk => (chunk.DocumentId, chunk.Source)).ShouldBe([("car", "vector"), ("boat", "vector")]);
        found[0].Score.ShouldBe(2 / Math.Sqrt(4.04), 0.005);
        found[1].Score.ShouldBe(2.2 / Math.Sqrt(4.04 * 2), 0.005);
    }

    [Fact]
    public async Task Hybrid_IsTheDefaultAndFusesRanks()
    {
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions());

        IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(new RetrievalQuery("boat vehicle"));

        // By words: boat. By vectors ("vehicle" is looked up first): car, boat.
        found.Select(chunk => (chunk.DocumentId, chunk.Source)).ShouldBe([("boat", "hybrid"), ("car", "hybrid")]);
        found[0].Score.ShouldBe((1.0 / 61) + (1.0 / 62), 1e-6);
        found[1].Score.ShouldBe(1.0 / 61, 1e-6);
    }

    [Theory]
    [InlineData(RetrievalStrategy.Vector)]
    [InlineData(RetrievalStrategy.Hybrid)]
    public async Task Filter_AppliesBeforeTheRanking(RetrievalStrategy strategy)
    {
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions { FusionDepth = 1 });

        var query = new RetrievalQuery("vehicle") { Strategy = strategy, Top = 1, Filter = MetadataFilter.Equal("kind", "sea") };

        (await retriever.RetrieveAsync(query)).ShouldHaveSingleItem().DocumentId.ShouldBe("boat");
    }

    [Fact]
    public async Task Filter_AppliesBeforeTheFusion()
    {
        // The car is the best by words and the only one that the fusion would get.
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions { FusionDepth = 1 });

        var query = new RetrievalQuery("nothing road road water") { Top = 1, Filter = MetadataFilter.Equal("kind", "sea") };

        (await retriever.RetrieveAsync(query)).ShouldHaveSingleItem().DocumentId.ShouldBe("boat");
    }

    [Fact]
    public async Task AnyQuery_SucceedsByEveryStrategy()
    {
        var retriever = new ContextRetriever(new SemanticChunker(), new RetrieverOptions { VectorPrecision = VectorPrecision.Quantized }, new FeatureHashingEmbeddingGenerator());
        await retriever.AddDocumentsAsync([new("a", "apple bridge"), new("b", ""), new("c", "?!"), new("d", "東京都")]);

        await Gen.Select(Gen.OneOf(Gen.String, Gen.Const("apple"), Gen.Const(""), Gen.Const(new string('京', 20_000))), Gen.Enum<RetrievalStrategy>(), Gen.Double[0, 1]).SampleAsync(async (text, strategy, diversity) =>
            (await retriever.RetrieveAsync(new RetrievalQuery(text) { Strategy = strategy, Diversity = diversity, Top = int.MaxValue })).Count.ShouldBeLessThanOrEqualTo(4));
    }

    [Fact]
    public async Task Documents_AreEmbeddedOnce()
    {
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions());
        int before = _embedder.Asked.Count;

        await retriever.RetrieveAsync(new RetrievalQuery("vehicle"));
        await retriever.RetrieveAsync(new RetrievalQuery("vehicle"));

        (before, _embedder.Asked.Count).ShouldBe((3, 5));
    }

    [Fact]
    public async Task PreparedDocument_IsWhatWouldBeStoredAndIsAddedNowhere()
    {
        using var embedder = new FeatureHashingEmbeddingGenerator();
        var store = new InMemoryRetrievalStore();
        var retriever = new ContextRetriever(new SemanticChunker(), embedder: embedder, store: store);
        var document = new SourceDocument("a.md", "# Head\n\ntext");

        StoredDocument prepared = await retriever.PrepareDocumentAsync(document);

        retriever.Count.ShouldBe(0);
        await foreach (StoredDocument _ in store.ReadAllAsync())
        {
            Assert.Fail("Nothing is stored yet.");
        }

        await retriever.AddDocumentAsync(document);
        await foreach (StoredDocument stored in store.ReadAllAsync())
        {
            (prepared.Document, prepared.Pieces.Count, prepared.Embeddings.Count).ShouldBe((stored.Document, 1, 1));
            prepared.Pieces.ShouldBe(stored.Pieces);
            prepared.Embeddings[0].ToArray().ShouldBe(stored.Embeddings[0].ToArray());
        }
    }

    [Fact]
    public async Task QueryWithoutDirection_FindsByWordsOnly()
    {
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions());

        (await retriever.RetrieveAsync(new RetrievalQuery("nothing") { Strategy = RetrievalStrategy.Vector })).ShouldBeEmpty();
        (await retriever.RetrieveAsync(new RetrievalQuery("nothing road"))).ShouldHaveSingleItem().DocumentId.ShouldBe("car");
    }

    [Fact]
    public async Task OtherDimensions_AreNamed()
    {
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions());

        var error = await Should.ThrowAsync<InvalidOperationException>(async () => await retriever.RetrieveAsync(new RetrievalQuery("short")));

        error.Message.ShouldContain("1 dimensions");
    }

    [Fact]
    public async Task WithoutGenerator_EmbeddingsAreRefused()
    {
        var retriever = new ContextRetriever(new SemanticChunker());

        await Should.ThrowAsync<InvalidOperationException>(async () => await retriever.RetrieveAsync(new RetrievalQuery("x") { Strategy = RetrievalStrategy.Hybrid }));
    }

    [Fact]
    public async Task WithGenerator_TheSynchronousAddIsRefused()
    {
        ContextRetriever retriever = await CreateAsync(new RetrieverOptions());

        Should.Throw<InvalidOperationException>(() => retriever.AddDocument(Documents[0])).Message.ShouldContain("AddDocumentAsync");
    }

    [Fact]
    public async Task Diversity_PrefersWhatSaysSomethingNew()
    {
        var retriever = new ContextRetriever(new SemanticChunker());
        await retriever.AddDocumentsAsync([new("a", "apple bridge candle"), new("b", "apple bridge candle"), new("c", "apple desert engine forest")]);
        async Task<string> Ids(double diversity) =>
            string.Join(' ', (await retriever.RetrieveAsync(new RetrievalQuery("apple bridge") { Top = 2, Diversity = diversity })).Select(chunk => chunk.DocumentId));

        (await Ids(0)).ShouldBe("a b");
        (await Ids(0.7)).ShouldBe("a c");
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task DiversityOutOfRange_IsRefused(double diversity) => await Should.ThrowAsync<ArgumentOutOfRangeException>(
        async () => await new ContextRetriever(new SemanticChunker()).RetrieveAsync(new RetrievalQuery("x") { Diversity = diversity }));

    private async Task<ContextRetriever> CreateAsync(RetrieverOptions options)
    {
        var retriever = new ContextRetriever(new SemanticChunker(), options, _embedder);
        await retriever.AddDocumentsAsync(Documents);
        return retriever;
    }
}
