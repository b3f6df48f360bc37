using System.Runtime.CompilerServices;

namespace LlmAspects.Components.Retrieval;

/// <summary>Keeps documents as long as the process lives: for tests, and to build one index from another. Thread-safe.</summary>
public sealed class InMemoryRetrievalStore : IRetrievalStore
{
    private readonly SortedDictionary<(string Tenant, string Id), StoredDocument> _documents = new(
        Comparer<(string Tenant, string Id)>.Create(static (one, other) => string.CompareOrdinal(one.Tenant, other.Tenant) is var order and not 0 ? order : string.CompareOrdinal(one.Id, other.Id)));

    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public ValueTask PutAsync(StoredDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _documents[(document.Document.Tenant, document.Document.Id)] = document;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string tenant, string documentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(documentId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_documents.Remove((tenant, documentId)));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredDocument> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StoredDocument[] documents;
        lock (_lock)
        {
            documents = [.. _documents.Values];
        }

        await Task.CompletedTask.ConfigureAwait(false);
        foreach (StoredDocument document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return document;
        }
    }
}
