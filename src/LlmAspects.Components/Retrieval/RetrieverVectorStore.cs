using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.VectorData;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// The documents of one tenant of a retriever as a collection of Microsoft.Extensions.VectorData. A record is a document; a search compares its pieces
/// and returns it once, with the score of its best piece. Filters are applied before the ranking. Thread-safe.
/// </summary>
/// <param name="retriever">The retriever; not disposed.</param>
/// <param name="name">The name of the collection, which is the tenant.</param>
/// <remarks>The vectors of pieces are not part of a record: options that ask for them are refused with a <see cref="NotSupportedException"/>.</remarks>
internal sealed class RetrieverVectorStore(ContextRetriever retriever, string name) : VectorStoreCollection<string, RetrievalRecord>, IKeywordHybridSearchable<RetrievalRecord>
{
    private readonly VectorStoreCollectionMetadata _metadata = new() { VectorStoreSystemName = "llmaspects", CollectionName = name };
    private volatile bool _created;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    /// <remarks>A collection exists when it was created or has a record.</remarks>
    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<bool>(cancellationToken) : Task.FromResult(_created || retriever.DocumentsOf(name).Count > 0);

    /// <inheritdoc/>
    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default)
    {
        _created = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default)
    {
        await DeleteAsync(retriever.DocumentsOf(name).Select(static document => document.Id), cancellationToken).ConfigureAwait(false);
        _created = false;
    }

    /// <inheritdoc/>
    public override Task<RetrievalRecord?> GetAsync(string key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        RefuseVectors(options?.IncludeVectors ?? false);
        return Task.FromResult(retriever.FindDocument(name, key) is { } document ? RetrievalRecord.Of(document) : null);
    }

    /// <inheritdoc/>
    /// <remarks>Without an order of its own: by key, ordinally.</remarks>
    public override async IAsyncEnumerable<RetrievalRecord> GetAsync(
        Expression<Func<RetrievalRecord, bool>> filter, int top, FilteredRecordRetrievalOptions<RetrievalRecord>? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        RefuseVectors(options?.IncludeVectors ?? false);
        await Task.CompletedTask.ConfigureAwait(false);
        IEnumerable<RetrievalRecord> records = retriever.DocumentsOf(name).Select(RetrievalRecord.Of).Where(filter.Compile());
        foreach (RetrievalRecord record in Ordered(records, options).Skip(options?.Skip ?? 0).Take(top))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(string key, CancellationToken cancellationToken = default) => retriever.RemoveDocumentAsync(key, name, cancellationToken);

    /// <inheritdoc/>
    public override Task UpsertAsync(RetrievalRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return retriever.AddDocumentAsync(record.ToDocument(name), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task UpsertAsync(IEnumerable<RetrievalRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return retriever.AddDocumentsAsync(records.Select(record => record.ToDocument(name)), cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>The value is a text, which the generator of the retriever embeds, or a vector.</remarks>
    /// <exception cref="NotSupportedException">The value is of another type.</exception>
    public override IAsyncEnumerable<VectorSearchResult<RetrievalRecord>> SearchAsync<TInput>(
        TInput searchValue, int top, VectorSearchOptions<RetrievalRecord>? options = null, CancellationToken cancellationToken = default)
    {
        RefuseVectors(options?.IncludeVectors ?? false);
        var search = new RecordSearch(retriever, name, RetrievalStrategy.Vector) { Top = top, Skip = options?.Skip ?? 0, Filter = options?.Filter, Threshold = options?.ScoreThreshold };
        return search.RunAsync(searchValue, words: searchValue as string ?? "", cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Ranks by the value and by the keywords and fuses both by their ranks.</remarks>
    /// <exception cref="NotSupportedException">The value is neither a text nor a vector.</exception>
    public IAsyncEnumerable<VectorSearchResult<RetrievalRecord>> HybridSearchAsync<TInput>(
        TInput searchValue, ICollection<string> keywords, int top, HybridSearchOptions<RetrievalRecord>? options = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(keywords);
        RefuseVectors(options?.IncludeVectors ?? false);
        var search = new RecordSearch(retriever, name, RetrievalStrategy.Hybrid) { Top = top, Skip = options?.Skip ?? 0, Filter = options?.Filter, Threshold = options?.ScoreThreshold };
        return search.RunAsync(searchValue, string.Join(' ', keywords), cancellationToken);
    }

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(VectorStoreCollectionMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(retriever) ? retriever : null;
    }

    private static IEnumerable<RetrievalRecord> Ordered(IEnumerable<RetrievalRecord> records, FilteredRecordRetrievalOptions<RetrievalRecord>? options)
    {
        IOrderedEnumerable<RetrievalRecord>? ordered = null;
        foreach (var order in options?.OrderBy?.Invoke(new()).Values ?? [])
        {
            Func<RetrievalRecord, object?> selector = order.PropertySelector.Compile();
            ordered = (ordered, order.Ascending) switch
            {
                (null, true) => records.OrderBy(selector),
                (null, false) => records.OrderByDescending(selector),
                (_, true) => ordered.ThenBy(selector),
                _ => ordered.ThenByDescending(selector),
            };
        }

        return ordered ?? records;
    }

    private static void RefuseVectors(bool asked)
    {
        if (asked)
        {
            throw new NotSupportedException("The vectors belong to the pieces of a document and are not part of its record.");
        }
    }
}
