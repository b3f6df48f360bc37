using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>What every store must do.</summary>
public abstract class RetrievalStoreContract
{
    protected abstract IRetrievalStore Store { get; }

    [StoreFact]
    public async Task Document_IsReadAsItWasStored()
    {
        var document = new SourceDocument("a.md", "# Ü\ntext \0 \ud83d\ude00") { Title = "Title", Tenant = "t", Metadata = new Dictionary<string, string> { ["k"] = "v", ["empty"] = "" } };
        var stored = new StoredDocument(document, [new TextChunk(0, 3) { HeaderPath = "Ü" }, new TextChunk(3, 7)], [new[] { 1f, -0.5f }, new[] { float.Epsilon, float.MaxValue }]);

        await Store.PutAsync(stored);

        StoredDocument read = (await ReadAsync()).ShouldHaveSingleItem();
        (read.Document.Id, read.Document.Text, read.Document.Title, read.Document.Tenant).ShouldBe((document.Id, document.Text, document.Title, document.Tenant));
        read.Document.Metadata.ShouldBe(document.Metadata, ignoreOrder: true);
        read.Pieces.ShouldBe(stored.Pieces);
        read.Embeddings.Select(embedding => embedding.ToArray()).ShouldBe(stored.Embeddings.Select(embedding => embedding.ToArray()));
    }

    [StoreFact]
    public async Task LoneSurrogate_KeepsItsPlace()
    {
        string text = "a\ud83d\0b";
        await Store.PutAsync(new StoredDocument(new SourceDocument("\ud83d", text) { Title = "\udc00" }, [new TextChunk(0, text.Length)], []));

        StoredDocument read = (await ReadAsync()).ShouldHaveSingleItem();

        (read.Document.Id, read.Document.Text, read.Document.Title).ShouldBe(("\ud83d", text, "\udc00"));
    }

    [StoreFact]
    public async Task BareDocument_StaysBare()
    {
        await Store.PutAsync(Plain("", "a", ""));

        StoredDocument read = (await ReadAsync()).ShouldHaveSingleItem();
        read.Document.Title.ShouldBeNull();
        (read.Document.Text, read.Document.Metadata.Count, read.Pieces.Count, read.Embeddings.Count).ShouldBe(("", 0, 0, 0));
    }

    [StoreFact]
    public async Task SameIdAndTenant_IsReplaced()
    {
        await Store.PutAsync(Plain("t", "a", "old"));
        await Store.PutAsync(Plain("u", "a", "other"));
        await Store.PutAsync(Plain("t", "a", "new"));

        (await ReadAsync()).Select(read => read.Document.Text).ShouldBe(["new", "other"]);
    }

    [StoreFact]
    public async Task Documents_AreReadInOrdinalOrder()
    {
        foreach ((string tenant, string id) in new[] { ("b", "1"), ("a", "z"), ("a", "é"), ("B", "1"), ("a", "Z"), ("", "1") })
        {
            await Store.PutAsync(Plain(tenant, id, "x"));
        }

        (await ReadAsync()).Select(read => $"{read.Document.Tenant}/{read.Document.Id}").ShouldBe(["/1", "B/1", "a/Z", "a/z", "a/é", "b/1"]);
    }

    [StoreFact]
    public async Task RemovedDocument_IsGone()
    {
        await Store.PutAsync(Plain("t", "a", "x"));

        (await Store.RemoveAsync("u", "a")).ShouldBeFalse();
        (await Store.RemoveAsync("t", "a")).ShouldBeTrue();
        (await Store.RemoveAsync("t", "a")).ShouldBeFalse();
        (await ReadAsync()).ShouldBeEmpty();
    }

    [StoreFact]
    public async Task Cancelled_ChangesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.PutAsync(Plain("t", "a", "x"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.RemoveAsync("t", "a", cancelled));
        (await ReadAsync()).ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ManyAtOnce_AreAllStored()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () => await Store.PutAsync(Plain("t", $"d{i:00}", $"text {i}")))));

        (await ReadAsync()).Select(read => read.Document.Text).ShouldBe(Enumerable.Range(0, 40).Select(i => $"text {i}"));
    }

    [StoreFact]
    public async Task Retriever_IsTheSameAfterLoading()
    {
        var generator = new FeatureHashingEmbeddingGenerator();
        var first = new ContextRetriever(new SemanticChunker(), embedder: generator, store: Store);
        await first.AddDocumentsAsync([new("a.md", "# Retry\nA failed call is retried.\n# Tokens\nTokens are counted."), new("b.md", "Calls fail."), new("c.md", "retry")]);
        (await first.RemoveDocumentAsync("c.md")).ShouldBeTrue();
        (await first.RemoveDocumentAsync("c.md")).ShouldBeFalse();

        // A chunker and a generator that would give something else are not asked again.
        var second = new ContextRetriever(new SemanticChunker(options: new ChunkingOptions { MaxLength = 16 }), embedder: generator, store: Store);
        (await second.LoadAsync()).ShouldBe(2);

        var query = new RetrievalQuery("failed calls");
        IReadOnlyList<RetrievedChunk> expected = await first.RetrieveAsync(query);
        expected.Count.ShouldBe(2);
        (await second.RetrieveAsync(query)).ShouldBe(expected);
        second.GetStatistics().Chunks.ShouldBe(first.GetStatistics().Chunks);
    }

    private static StoredDocument Plain(string tenant, string id, string text) =>
        new(new SourceDocument(id, text) { Tenant = tenant }, text.Length == 0 ? [] : [new TextChunk(0, text.Length)], []);

    private async Task<List<StoredDocument>> ReadAsync()
    {
        var documents = new List<StoredDocument>();
        await foreach (StoredDocument document in Store.ReadAllAsync())
        {
            documents.Add(document);
        }

        return documents;
    }
}
