using LlmAspects.Components.Chunking;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Retrieval;

/// <content>How documents come and go.</content>
public sealed partial class ContextRetriever
{
    /// <summary>How many pieces a generator is asked to embed at once.</summary>
    private const int EmbeddingBatch = 64;

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
        StoredDocument stored = await PrepareAsync(document, cancellationToken).ConfigureAwait(false);
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

    private Task<StoredDocument> PrepareDocumentCoreAsync(SourceDocument document, CancellationToken cancellationToken) => PrepareAsync(document, cancellationToken);

    private Task<int> AddDocumentsCoreAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Task.Run(() => AddAllAsync(documents, progress, cancellationToken), cancellationToken);
    }

    private async Task<int> AddAllAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        int added = 0;
        int chunks = 0;
        foreach (SourceDocument document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chunks += await AddDocumentAsync(document, cancellationToken).ConfigureAwait(false);
            added++;
            progress?.Report(new IndexingProgress(added, chunks, document.Id));
        }

        return added;
    }

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

    private async Task<StoredDocument> PrepareAsync(SourceDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        IReadOnlyList<TextChunk> pieces = _chunker.ChunkDocument(document);
        return new StoredDocument(document, pieces, await EmbedAsync(document, pieces, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(SourceDocument document, IReadOnlyList<TextChunk> pieces, CancellationToken cancellationToken)
    {
        if (_embedder is null)
        {
            return [];
        }

        var embeddings = new List<ReadOnlyMemory<float>>(pieces.Count);
        foreach (TextChunk[] batch in pieces.Chunk(EmbeddingBatch))
        {
            string[] texts = [.. batch.Select(piece => _options.IndexHeaderPath && piece.HeaderPath is { } path ? $"{path}\n{piece.In(document.Text)}" : piece.In(document.Text).ToString())];
            GeneratedEmbeddings<Embedding<float>> generated = await _embedder.GenerateAsync(texts, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (generated.Count != texts.Length)
            {
                throw new InvalidOperationException($"The generator returned {generated.Count} embeddings for {texts.Length} texts.");
            }

            embeddings.AddRange(generated.Select(static embedding => embedding.Vector));
        }

        return embeddings;
    }

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
