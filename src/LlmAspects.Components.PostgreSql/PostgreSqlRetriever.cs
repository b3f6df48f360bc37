using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.PostgreSql;

/// <summary>
/// Finds pieces of documents in PostgreSQL by their embeddings: one index for every process, of which none is kept in memory. A document that one process has added is found by
/// all others at once. Thread-safe.
/// </summary>
/// <remarks>It ranks by embeddings alone. For words and for both, load the documents into a <see cref="ContextRetriever"/> with the same store.</remarks>
[LlmComponent("postgresql_retriever")]
public sealed partial class PostgreSqlRetriever : IRetriever
{
    private readonly PostgreSqlRetrievalStore _store;
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;
    private readonly DocumentEmbedder _documents;
    private long _queries;
    private long _emptyQueries;

    /// <summary>Creates a retriever.</summary>
    /// <param name="store">The documents.</param>
    /// <param name="chunker">Cuts the documents that are added.</param>
    /// <param name="embedder">Embeds pieces, with the headings above them, and queries; not disposed. It must be the one that embedded what the store holds.</param>
    public PostgreSqlRetriever(PostgreSqlRetrievalStore store, SemanticChunker chunker, IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(chunker);
        ArgumentNullException.ThrowIfNull(embedder);
        _store = store;
        _embedder = embedder;
        _documents = new DocumentEmbedder(chunker, embedder, withHeaderPath: true);
    }

    /// <summary>Cuts, embeds and stores a document in one transaction; one with the same id and tenant is replaced.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends the embedding and the storing; the document is then stored or not.</param>
    /// <returns>The number of its pieces.</returns>
    /// <exception cref="InvalidOperationException">The embeddings have other dimensions than those that were stored before.</exception>
    [ErrorContext, TracePerformance]
    public partial Task<int> AddDocumentAsync(SourceDocument document, CancellationToken cancellationToken = default);

    /// <summary>Adds documents on the thread pool, each in a transaction of its own; those with a known id and tenant are replaced.</summary>
    /// <param name="documents">The documents; read one after another.</param>
    /// <param name="progress">Told after each document.</param>
    /// <param name="cancellationToken">Stops the work; documents that were added stay.</param>
    /// <returns>The number of documents read.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<int> AddDocumentsAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a document.</summary>
    /// <param name="documentId">Its id.</param>
    /// <param name="tenant">Whose document it is. The default is <c>""</c>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether there was one.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<bool> RemoveDocumentAsync(string documentId, string tenant = "", CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="RetrievalQuery.Top"/> is below 1, or <see cref="RetrievalQuery.PassageLength"/> below 0.</exception>
    /// <exception cref="InvalidOperationException">The generator has other dimensions than the pieces.</exception>
    /// <exception cref="NotSupportedException">The query asks for words (<see cref="RetrievalStrategy.Bm25"/>, <see cref="RetrievalStrategy.Hybrid"/>) or for <see cref="RetrievalQuery.Diversity"/>.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken = default);

    /// <summary>What the store holds, from all processes, and what this retriever has done.</summary>
    /// <param name="cancellationToken">Ends the counting.</param>
    [ErrorContext, TracePerformance]
    public partial Task<RetrieverStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default);

    private async Task<int> AddDocumentCoreAsync(SourceDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        StoredDocument stored = await _documents.EmbedAsync(document, cancellationToken).ConfigureAwait(false);
        await _store.PutAsync(stored, cancellationToken).ConfigureAwait(false);
        return stored.Pieces.Count;
    }

    private Task<int> AddDocumentsCoreAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken) =>
        DocumentIngest.RunAsync(documents, AddDocumentAsync, progress, cancellationToken);

    private Task<bool> RemoveDocumentCoreAsync(string documentId, string tenant, CancellationToken cancellationToken) => _store.RemoveAsync(tenant, documentId, cancellationToken).AsTask();

    private async ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveCoreAsync(RetrievalQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Strategy is RetrievalStrategy.Bm25 or RetrievalStrategy.Hybrid)
        {
            throw new NotSupportedException($"{nameof(PostgreSqlRetriever)} ranks by embeddings alone. Load the documents into a {nameof(ContextRetriever)} to rank by words.");
        }

        if (query.Diversity != 0)
        {
            throw new NotSupportedException($"{nameof(PostgreSqlRetriever)} does not mark down what repeats itself. Load the documents into a {nameof(ContextRetriever)}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(query.PassageLength);
        ReadOnlyMemory<float> embedding = await _embedder.GenerateVectorAsync(query.Text, cancellationToken: cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RetrievedChunk> pieces = await _store.FindNearestAsync(embedding, Passages.PiecesFor(query).Top, query.Tenant, query.Filter, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RetrievedChunk> found = Passages.Join(pieces, query);
        Interlocked.Increment(ref _queries);
        Interlocked.Add(ref _emptyQueries, found.Count == 0 ? 1 : 0);
        return found;
    }

    private async Task<RetrieverStatistics> GetStatisticsCoreAsync(CancellationToken cancellationToken)
    {
        PostgreSqlStoreStatistics stored = await _store.GetStatisticsAsync(cancellationToken).ConfigureAwait(false);
        return new RetrieverStatistics((int)stored.Documents, (int)stored.Pieces, Interlocked.Read(ref _queries), Interlocked.Read(ref _emptyQueries));
    }
}
