using LlmAspects.Cli.Evaluation;
using LlmAspects.Cli.Evaluation.Retrieval;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Benchmarks.Retrieval;

/// <summary>The retriever through its public door, spans and metrics off as in a process that nobody watches.</summary>
/// <param name="name">The name of the engine.</param>
/// <param name="options">How documents are ranked.</param>
/// <param name="strategy">By what; vectors are those of feature hashing with its defaults.</param>
internal sealed class LlmAspectsEngine(string name, RetrieverOptions options, RetrievalStrategy strategy = RetrievalStrategy.Bm25) : ISearchEngine
{
    private readonly ContextRetriever _retriever = new(
        new SemanticChunker(new WholeDocumentStrategy()), options, strategy == RetrievalStrategy.Bm25 ? null : new FeatureHashingEmbeddingGenerator());

    public string Name => name;

    public void Add(SourceDocument document)
    {
        if (strategy == RetrievalStrategy.Bm25)
        {
            _retriever.AddDocument(document);
            return;
        }

        _retriever.AddDocumentAsync(document).GetAwaiter().GetResult();
    }

    public void Commit()
    {
        // A document can be found as soon as it is added.
    }

    public IReadOnlyList<(string Document, double Score)> Search(string query, int top) => [.. Retrieve(query, top).Select(static chunk => (chunk.DocumentId, chunk.Score))];

    public int Count(string query, int top) => Retrieve(query, top).Count;

    public void Dispose()
    {
        // Nothing but memory.
    }

    private IReadOnlyList<RetrievedChunk> Retrieve(string query, int top)
    {
        ValueTask<IReadOnlyList<RetrievedChunk>> found = _retriever.RetrieveAsync(new RetrievalQuery(query) { Top = top, Strategy = strategy });
        return found.IsCompletedSuccessfully ? found.Result : throw new InvalidOperationException("A search without a model ends before it returns.");
    }
}
