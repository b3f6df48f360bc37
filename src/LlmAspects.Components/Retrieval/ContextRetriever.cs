using System.Collections.Concurrent;
using LlmAspects.Components.Chunking;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Finds pieces of documents by BM25 over an inverted index, by the cosine of embeddings, or by both: English stop words and stems, identifiers
/// whole and in parts, other languages by their words or pairs of characters. Thread-safe: readers never wait, each sees whole documents. Any text
/// is a query; one without a searchable word finds nothing by words.
/// </summary>
/// <remarks>
/// Tenants have indexes of their own: neither documents nor statistics of one influence another. With a store, what it holds is found after
/// <see cref="LoadAsync"/>, and every change is stored before it is found. Documents are embedded once, when they are added.
/// </remarks>
[LlmComponent("context_retrieval")]
public sealed partial class ContextRetriever : IRetriever
{
    private readonly ConcurrentDictionary<string, TenantIndex> _tenants = new(StringComparer.Ordinal);
    private readonly SemanticChunker _chunker;
    private readonly RetrieverOptions _options;
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embedder;
    private readonly IRetrievalStore? _store;
    private readonly DocumentEmbedder _documents;
    private readonly Ranking _ranking;
    private long _queries;
    private long _emptyQueries;

    // The change before: changes of store and index happen in the same order.
    private Task _changes = Task.CompletedTask;

    /// <summary>Creates an empty retriever.</summary>
    /// <param name="chunker">Cuts the documents.</param>
    /// <param name="options">How pieces are ranked; the default is <see cref="RetrieverOptions"/> with its defaults.</param>
    /// <param name="embedder">Embeds pieces and queries; not disposed. The default is <see langword="null"/>: pieces are found by their words only.</param>
    /// <param name="store">Keeps the documents; not disposed. The default is <see langword="null"/>: they are gone with the process.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ContextRetriever(
        SemanticChunker chunker, RetrieverOptions? options = null, IEmbeddingGenerator<string, Embedding<float>>? embedder = null, IRetrievalStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(chunker);
        _chunker = chunker;
        _options = options ?? new RetrieverOptions();
        _options.Validate();
        _embedder = embedder;
        _store = store;
        _documents = new DocumentEmbedder(chunker, embedder, _options.IndexHeaderPath);
        _ranking = new Ranking(_options);
    }

    /// <summary>The documents that can be found, over all tenants.</summary>
    public int Count => _tenants.Values.Sum(index => index.DocumentCount);

    /// <summary>Adds a document; one with the same id and tenant is replaced. For a retriever without embedding generator and store.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The number of its pieces.</returns>
    /// <exception cref="InvalidOperationException">The retriever has an embedding generator or a store: use <see cref="AddDocumentAsync"/>.</exception>
    [ErrorContext, TracePerformance]
    public partial int AddDocument(SourceDocument document);

    /// <summary>Adds a document; one with the same id and tenant is replaced. It is stored before it can be found.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends the embedding and the storing.</param>
    /// <returns>The number of its pieces.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<int> AddDocumentAsync(SourceDocument document, CancellationToken cancellationToken = default);

    /// <summary>Adds documents on the thread pool; those with a known id and tenant are replaced.</summary>
    /// <param name="documents">The documents; read one after another.</param>
    /// <param name="progress">Told after each document.</param>
    /// <param name="cancellationToken">Stops between two documents; those added stay.</param>
    /// <returns>The number of documents read.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<int> AddDocumentsAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cuts and embeds a document as <see cref="AddDocumentAsync"/> does, and adds it nowhere: for a process that fills a store and searches nothing.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends the embedding.</param>
    /// <returns>What a store keeps of it.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<StoredDocument> PrepareDocumentAsync(SourceDocument document, CancellationToken cancellationToken = default);

    /// <summary>Removes a document. For a retriever without a store.</summary>
    /// <param name="documentId">Its id.</param>
    /// <param name="tenant">Whose document it is. The default is <c>""</c>.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">The retriever has a store: use <see cref="RemoveDocumentAsync"/>.</exception>
    [ErrorContext, TracePerformance]
    public partial bool RemoveDocument(string documentId, string tenant = "");

    /// <summary>Removes a document, from the store before from the index.</summary>
    /// <param name="documentId">Its id.</param>
    /// <param name="tenant">Whose document it is. The default is <c>""</c>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether there was one.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<bool> RemoveDocumentAsync(string documentId, string tenant = "", CancellationToken cancellationToken = default);

    /// <summary>Reads the store into the index, pieces and embeddings as they were stored. Once, before documents are changed.</summary>
    /// <param name="cancellationToken">Stops between two documents; those read stay.</param>
    /// <returns>The number of documents read.</returns>
    /// <exception cref="InvalidOperationException">The retriever has no store.</exception>
    [ErrorContext, TracePerformance]
    public partial Task<int> LoadAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="RetrievalQuery.Top"/> is below 1, <see cref="RetrievalQuery.Diversity"/> not from 0 to 1, or <see cref="RetrievalQuery.PassageLength"/> below 0.</exception>
    /// <exception cref="InvalidOperationException">Embeddings are asked for, and the retriever has no generator or one with other dimensions than the pieces.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken = default);

    /// <summary>What the retriever holds and has done.</summary>
    [ErrorContext, TracePerformance]
    public partial RetrieverStatistics GetStatistics();

    /// <summary>Ranks by an embedding that the caller has.</summary>
    internal IReadOnlyList<RetrievedChunk> Retrieve(RetrievalQuery query, RetrievalStrategy strategy, ReadOnlyMemory<float> embedding) =>
        Rank(query, strategy, QueryVector.Of(embedding.Span));

    /// <summary>The embedding of a text; that of a vector is the vector.</summary>
    /// <exception cref="NotSupportedException">The value is neither.</exception>
    internal async ValueTask<ReadOnlyMemory<float>> EmbedAsync(object? value, CancellationToken cancellationToken) => value switch
    {
        string text when _embedder is not null => await _embedder.GenerateVectorAsync(text, cancellationToken: cancellationToken).ConfigureAwait(false),
        string => throw new InvalidOperationException("The retriever has no embedding generator. Give it one, or search by words."),
        ReadOnlyMemory<float> vector => vector,
        float[] vector => vector,
        Embedding<float> embedding => embedding.Vector,
        _ => throw new NotSupportedException($"A search takes a text or a vector, not a value of the type {value?.GetType()}."),
    };

    /// <summary>The documents of a tenant, by id in ordinal order.</summary>
    internal IReadOnlyList<SourceDocument> DocumentsOf(string tenant) => _tenants.TryGetValue(tenant, out TenantIndex? index) ? index.Documents() : [];

    internal SourceDocument? FindDocument(string tenant, string documentId) => _tenants.TryGetValue(tenant, out TenantIndex? index) ? index.Find(documentId) : null;

    private ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveCoreAsync(RetrievalQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(query.PassageLength);
        if (query.Diversity is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Diversity, "Diversity lies between 0 and 1.");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<IReadOnlyList<RetrievedChunk>>(cancellationToken);
        }

        RetrievalStrategy strategy = query.Strategy ?? (_embedder is null ? RetrievalStrategy.Bm25 : RetrievalStrategy.Hybrid);
        return strategy == RetrievalStrategy.Bm25
            ? ValueTask.FromResult(Rank(query, strategy, vector: null))
            : EmbedAndRankAsync(query, strategy, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<RetrievedChunk>> EmbedAndRankAsync(RetrievalQuery query, RetrievalStrategy strategy, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<float> embedding = await EmbedAsync(query.Text, cancellationToken).ConfigureAwait(false);
        return Rank(query, strategy, QueryVector.Of(embedding.Span));
    }

    private IReadOnlyList<RetrievedChunk> Rank(RetrievalQuery query, RetrievalStrategy strategy, QueryVector? vector)
    {
        IReadOnlyList<RetrievedChunk> found = [];
        if (_tenants.TryGetValue(query.Tenant, out TenantIndex? index))
        {
            using TraceBlock block = TraceBlock.Start("context_retrieval", "rank");
            found = Passages.Join(_ranking.Run(index.Generation, Passages.PiecesFor(query), strategy, vector), query);
            block.SetTag("llmaspects.retrieval.found", found.Count);
        }

        Interlocked.Increment(ref _queries);
        if (found.Count == 0)
        {
            Interlocked.Increment(ref _emptyQueries);
        }

        return found;
    }

    private RetrieverStatistics GetStatisticsCore() =>
        new(Count, _tenants.Values.Sum(index => index.ChunkCount), Interlocked.Read(ref _queries), Interlocked.Read(ref _emptyQueries));
}
