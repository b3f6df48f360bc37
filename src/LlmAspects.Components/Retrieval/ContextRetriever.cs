using System.Collections.Concurrent;
using LlmAspects.Components.Chunking;
using LlmAspects.Tracing;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Finds pieces of documents by BM25 over an inverted index: English stop words and stems, identifiers whole and in parts, other languages
/// by their words or pairs of characters. Thread-safe: readers never wait, each sees whole documents. Any text is a query; one without a
/// searchable word finds nothing.
/// </summary>
/// <remarks>Tenants have indexes of their own: neither documents nor statistics of one influence another.</remarks>
[LlmComponent("context_retrieval")]
public sealed partial class ContextRetriever : IRetriever
{
    private readonly ConcurrentDictionary<string, TenantIndex> _tenants = new(StringComparer.Ordinal);
    private readonly SemanticChunker _chunker;
    private readonly RetrieverOptions _options;
    private readonly Ranking _ranking;
    private long _queries;
    private long _emptyQueries;

    /// <summary>Creates an empty retriever.</summary>
    /// <param name="chunker">Cuts the documents.</param>
    /// <param name="options">How pieces are ranked; the default is <see cref="RetrieverOptions"/> with its defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ContextRetriever(SemanticChunker chunker, RetrieverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chunker);
        _chunker = chunker;
        _options = options ?? new RetrieverOptions();
        _options.Validate();
        _ranking = new Ranking(_options);
    }

    /// <summary>The documents that can be found, over all tenants.</summary>
    public int Count => _tenants.Values.Sum(index => index.DocumentCount);

    /// <summary>Adds a document; one with the same id and tenant is replaced.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The number of its pieces.</returns>
    [ErrorContext, TracePerformance]
    public partial int AddDocument(SourceDocument document);

    /// <summary>Adds documents on the thread pool; those with a known id and tenant are replaced.</summary>
    /// <param name="documents">The documents; read one after another.</param>
    /// <param name="progress">Told after each document.</param>
    /// <param name="cancellationToken">Stops between two documents; those added stay.</param>
    /// <returns>The number of documents read.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<int> AddDocumentsAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a document.</summary>
    /// <param name="documentId">Its id.</param>
    /// <param name="tenant">Whose document it is. The default is <c>""</c>.</param>
    /// <returns>Whether there was one.</returns>
    [ErrorContext, TracePerformance]
    public partial bool RemoveDocument(string documentId, string tenant = "");

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="RetrievalQuery.Top"/> is below 1.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken = default);

    /// <summary>What the retriever holds and has done.</summary>
    [ErrorContext, TracePerformance]
    public partial RetrieverStatistics GetStatistics();

    private int AddDocumentCore(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        IReadOnlyList<TextChunk> pieces = _chunker.ChunkDocument(document);
        _tenants.GetOrAdd(document.Tenant, static (_, options) => new TenantIndex(options), _options).Put(document, pieces);
        return pieces.Count;
    }

    private Task<int> AddDocumentsCoreAsync(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Task.Run(() => AddAll(documents, progress, cancellationToken), cancellationToken);
    }

    private int AddAll(IEnumerable<SourceDocument> documents, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        int added = 0;
        int chunks = 0;
        foreach (SourceDocument document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chunks += AddDocument(document);
            added++;
            progress?.Report(new IndexingProgress(added, chunks, document.Id));
        }

        return added;
    }

    private bool RemoveDocumentCore(string documentId, string tenant)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        return _tenants.TryGetValue(tenant, out TenantIndex? index) && index.Remove(documentId);
    }

    private ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveCoreAsync(RetrievalQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<IReadOnlyList<RetrievedChunk>>(cancellationToken);
        }

        IReadOnlyList<RetrievedChunk> found = Rank(query);
        Interlocked.Increment(ref _queries);
        if (found.Count == 0)
        {
            Interlocked.Increment(ref _emptyQueries);
        }

        return ValueTask.FromResult(found);
    }

    private IReadOnlyList<RetrievedChunk> Rank(RetrievalQuery query)
    {
        if (!_tenants.TryGetValue(query.Tenant, out TenantIndex? index))
        {
            return [];
        }

        using TraceBlock block = TraceBlock.Start("context_retrieval", "rank");
        IReadOnlyList<RetrievedChunk> found = _ranking.Run(index.Generation, query);
        block.SetTag("llmaspects.retrieval.found", found.Count);
        return found;
    }

    private RetrieverStatistics GetStatisticsCore() =>
        new(Count, _tenants.Values.Sum(index => index.ChunkCount), Interlocked.Read(ref _queries), Interlocked.Read(ref _emptyQueries));
}
