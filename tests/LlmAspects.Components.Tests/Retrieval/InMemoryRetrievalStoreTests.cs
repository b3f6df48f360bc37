using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

public class InMemoryRetrievalStoreTests : RetrievalStoreContract
{
    protected override IRetrievalStore Store { get; } = new InMemoryRetrievalStore();

    [Fact]
    public async Task StoreThatFails_LeavesTheIndexAsItWas()
    {
        var retriever = new ContextRetriever(new SemanticChunker(), store: Store);
        await retriever.AddDocumentAsync(new SourceDocument("a", "apple"));

        await Should.ThrowAsync<OperationCanceledException>(() => retriever.AddDocumentAsync(new SourceDocument("a", "bridge"), new CancellationToken(canceled: true)));
        await Should.ThrowAsync<OperationCanceledException>(() => retriever.RemoveDocumentAsync("a", "", new CancellationToken(canceled: true)));

        (await retriever.RetrieveAsync(new RetrievalQuery("apple bridge"))).ShouldHaveSingleItem().Text.ShouldBe("apple");
        await retriever.AddDocumentAsync(new SourceDocument("a", "candle"));
        (await retriever.RetrieveAsync(new RetrievalQuery("candle"))).Count.ShouldBe(1);
    }

    [Fact]
    public void SynchronousChanges_AreRefused()
    {
        var retriever = new ContextRetriever(new SemanticChunker(), store: Store);

        Should.Throw<InvalidOperationException>(() => retriever.AddDocument(new SourceDocument("a", "x")));
        Should.Throw<InvalidOperationException>(() => retriever.RemoveDocument("a"));
    }

    [Fact]
    public async Task LoadingWithoutStore_IsRefused() =>
        await Should.ThrowAsync<InvalidOperationException>(() => new ContextRetriever(new SemanticChunker()).LoadAsync());
}
