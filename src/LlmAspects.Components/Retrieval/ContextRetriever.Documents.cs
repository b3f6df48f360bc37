using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Retrieval;

/// <content>How documents come and go.</content>
public sealed partial class ContextRetriever
{
    private readonly Lock _order = new();

    private int AddDocumentCore(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_embedder is not null || _store is not null)
        {
            throw new InvalidOperationException($"The retriever has an embedding generator or a store. Use {nameof(AddDocumentAsync)}.");
        }

        IReadOnlyList<TextChunk> pieces = _chunker.ChunkDocument(document);
        Index(new StoredDocument(document, pieces, []));
        return pieces.Count;
    }

    private async Task<int> AddDocumentCoreAsync(SourceDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        StoredDocument stored = await _documents.EmbedAsync(document, cancellationToken).ConfigureAwait(false);
        await InOrderAsync(
            async () =>
            {
                if (_store is not null)
                {
                    await _store.PutAsync(stored, cancellationToken).ConfigureAwait(false);
                }

                Index(stored);
                return true;
            }).ConfigureAwait(false);
        return stored.Pieces.Count;
    }

    private Task<StoredDocument> PrepareDocumentCoreAsync(SourceDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _documents.EmbedAsync(document, cancellationToken);
    }

    private Task<int> AddDocumentsCoreAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken) =>
        DocumentIngest.RunAsync(documents, AddDocumentAsync, progress, cancellationToken);

    private bool RemoveDocumentCore(string documentId, string tenant)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(tenant);
        return _store is null
            ? _tenants.TryGetValue(tenant, out TenantIndex? index) && index.Remove(documentId)
            : throw new InvalidOperationException($"The retriever has a store. Use {nameof(RemoveDocumentAsync)}.");
    }

    private Task<bool> RemoveDocumentCoreAsync(string documentId, string tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentNullException.ThrowIfNull(tenant);
        return InOrderAsync(async () =>
        {
            bool wasStored = _store is not null && await _store.RemoveAsync(tenant, documentId, cancellationToken).ConfigureAwait(false);
            return (_tenants.TryGetValue(tenant, out TenantIndex? index) && index.Remove(documentId)) || wasStored;
        });
    }

    private async Task<int> LoadCoreAsync(CancellationToken cancellationToken)
    {
        IRetrievalStore store = _store ?? throw new InvalidOperationException("The retriever has no store to load from.");
        int read = 0;
        await foreach (StoredDocument document in store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            Index(document);
            read++;
        }

        return read;
    }

    private void Index(StoredDocument stored) =>
        _tenants.GetOrAdd(stored.Document.Tenant, static (_, options) => new TenantIndex(options), _options).Put(stored.Document, stored.Pieces, stored.Embeddings);

    /// <summary>Runs a change after those that were asked for before, whether they succeeded or not.</summary>
    private Task<bool> InOrderAsync(Func<Task<bool>> change)
    {
        if (_store is null)
        {
            return change();
        }

        lock (_order)
        {
            Task<bool> next = RunAfterAsync(_changes, change);
            _changes = next;
            return next;
        }
    }

    private static async Task<bool> RunAfterAsync(Task before, Func<Task<bool>> change)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return await change().ConfigureAwait(false);
    }
}
