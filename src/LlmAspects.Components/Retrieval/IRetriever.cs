namespace LlmAspects.Components.Retrieval;

/// <summary>Finds pieces of documents. Thread-safe.</summary>
public interface IRetriever
{
    /// <summary>Finds the best pieces for a query.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The pieces, best first; empty when nothing matches.</returns>
    ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken = default);
}
