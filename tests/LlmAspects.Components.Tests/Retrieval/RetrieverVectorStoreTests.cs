using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace LlmAspects.Components.Tests.Retrieval;

public sealed class RetrieverVectorStoreTests : IDisposable
{
    private readonly FakeEmbedder _embedder = new(("car", [1, 0]), ("boat", [1, 1]), ("far", [0, 1]));
    private readonly ContextRetriever _retriever;
    private readonly VectorStoreCollection<string, RetrievalRecord> _collection;

    public RetrieverVectorStoreTests()
    {
        _retriever = new ContextRetriever(new SemanticChunker(), embedder: _embedder);
        _collection = _retriever.AsVectorStoreCollection("tenant");
    }

    public void Dispose()
    {
        _collection.Dispose();
        _embedder.Dispose();
    }

    [Fact]
    public async Task Records_ComeAndGo()
    {
        (await _collection.CollectionExistsAsync()).ShouldBeFalse();
        await _collection.EnsureCollectionExistsAsync();
        (await _collection.CollectionExistsAsync()).ShouldBeTrue();
        await FillAsync();

        RetrievalRecord? found = await _collection.GetAsync("boat");
        (found?.Text, found?.Title, found?.Metadata["kind"]).ShouldBe(("a boat", "Boat", "sea"));
        await _collection.DeleteAsync("boat");
        (await _collection.GetAsync("boat")).ShouldBeNull();
        await _collection.EnsureCollectionDeletedAsync();
        (await _collection.CollectionExistsAsync(), _retriever.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task OtherTenant_IsAnotherCollection()
    {
        await FillAsync();

        using VectorStoreCollection<string, RetrievalRecord> other = _retriever.AsVectorStoreCollection("other");

        (await other.GetAsync("car")).ShouldBeNull();
        (await KeysAsync(other.SearchAsync("car", 5))).ShouldBe("");
    }

    [Fact]
    public async Task Search_TakesTextsAndVectors()
    {
        await FillAsync();

        // A document with two pieces is one record.
        (await KeysAsync(_collection.SearchAsync("car", 5))).ShouldBe("car boat");
        (await KeysAsync(_collection.SearchAsync(new float[] { 0, 1 }, 5))).ShouldBe("far boat");
        (await KeysAsync(_collection.SearchAsync(new ReadOnlyMemory<float>([0, 1]), 5))).ShouldBe("far boat");
        (await KeysAsync(_collection.SearchAsync(new Embedding<float>(new float[] { 0, 1 }), 5))).ShouldBe("far boat");
        await Should.ThrowAsync<NotSupportedException>(() => KeysAsync(_collection.SearchAsync(7, 5)));
    }

    [Fact]
    public async Task SearchOptions_Apply()
    {
        await FillAsync();

        (await KeysAsync(_collection.SearchAsync("car", 5, new VectorSearchOptions<RetrievalRecord> { Skip = 1 }))).ShouldBe("boat");
        (await KeysAsync(_collection.SearchAsync("car", 1, new VectorSearchOptions<RetrievalRecord> { Filter = record => record.Metadata["kind"] == "sea" }))).ShouldBe("boat");
        (await KeysAsync(_collection.SearchAsync("car", 5, new VectorSearchOptions<RetrievalRecord> { ScoreThreshold = 0.9 }))).ShouldBe("car");
        Should.Throw<NotSupportedException>(() => _collection.SearchAsync("car", 5, new VectorSearchOptions<RetrievalRecord> { IncludeVectors = true }));
    }

    [Fact]
    public async Task HybridSearch_FusesValueAndKeywords()
    {
        await FillAsync();

        var hybrid = (IKeywordHybridSearchable<RetrievalRecord>)_collection.GetService(typeof(IKeywordHybridSearchable<RetrievalRecord>))!;

        (await KeysAsync(hybrid.HybridSearchAsync("car", ["boat"], 5))).ShouldBe("boat car");
    }

    [Fact]
    public async Task FilteredRecords_AreOrdered()
    {
        await FillAsync();

        (await KeysAsync(_collection.GetAsync(record => record.Key != "boat", 5))).ShouldBe("car far");
        (await KeysAsync(_collection.GetAsync(record => true, 2, new FilteredRecordRetrievalOptions<RetrievalRecord> { Skip = 1, OrderBy = order => order.Descending(record => record.Key) }))).ShouldBe("car boat");
    }

    [Fact]
    public void Services_AreItsParts()
    {
        ((VectorStoreCollectionMetadata)_collection.GetService(typeof(VectorStoreCollectionMetadata))!).CollectionName.ShouldBe("tenant");
        _collection.GetService(typeof(ContextRetriever)).ShouldBe(_retriever);
        _collection.GetService(typeof(string)).ShouldBeNull();
    }

    private Task FillAsync() => _collection.UpsertAsync(
    [
        new RetrievalRecord { Key = "car", Text = "# Car\na car\n# More\nmore of the car", Metadata = new Dictionary<string, string> { ["kind"] = "land" } },
        new RetrievalRecord { Key = "boat", Text = "a boat", Title = "Boat", Metadata = new Dictionary<string, string> { ["kind"] = "sea" } },
        new RetrievalRecord { Key = "far", Text = "far away", Metadata = new Dictionary<string, string> { ["kind"] = "none" } },
    ]);

    private static Task<string> KeysAsync(IAsyncEnumerable<VectorSearchResult<RetrievalRecord>> found) => KeysAsync(found.Select(result => result.Record));

    private static async Task<string> KeysAsync(IAsyncEnumerable<RetrievalRecord> records) => string.Join(' ', await records.Select(record => record.Key).ToListAsync());
}
