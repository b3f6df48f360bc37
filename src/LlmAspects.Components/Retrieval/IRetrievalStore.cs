namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Keeps documents with their pieces and embeddings beyond the life of a process. Thread-safe. A document is stored whole or not at all: what
/// <see cref="PutAsync"/> has returned for is there after a crash.
/// </summary>
public interface IRetrievalStore
{
    /// <summary>Stores a document; one with the same id and tenant is replaced.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends the work; the document is then stored or not.</param>
    ValueTask PutAsync(StoredDocument document, CancellationToken cancellationToken = default);

    /// <summary>Removes a document.</summary>
    /// <param name="tenant">Whose document it is.</param>
    /// <param name="documentId">Its id.</param>
    /// <param name="cancellationToken">Ends the work; the document is then removed or not.</param>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> RemoveAsync(string tenant, string documentId, CancellationToken cancellationToken = default);

    /// <summary>Reads all documents of all tenants, by tenant and id in ordinal order. Those stored meanwhile may be among them or not.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<StoredDocument> ReadAllAsync(CancellationToken cancellationToken = default);
}
