using LlmAspects.Cli.Evaluation;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Benchmarks.Retrieval;

/// <summary>The retriever through its public door, spans and metrics off as in a process that nobody watches.</summary>
internal sealed class LlmAspectsEngine(string name, RetrieverOptions options) : ISearchEngine
{
    private readonly ContextRetriever _retriever = new(new SemanticChunker(new WholeDocumentStrategy()), options);

    public string Name => name;

    public void Add(SourceDocument document) => _retriever.AddDocument(document);

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
        ValueTask<IReadOnlyList<RetrievedChunk>> found = _retriever.RetrieveAsync(new RetrievalQuery(query) { Top = top });
        return found.IsCompletedSuccessfully ? found.Result : throw new InvalidOperationException("A search of words ends before it returns.");
    }
}
