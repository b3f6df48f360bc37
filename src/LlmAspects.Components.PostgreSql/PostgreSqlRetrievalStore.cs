using LlmAspects.Components.Retrieval;
using Npgsql;

namespace LlmAspects.Components.PostgreSql;

/// <summary>
/// Keeps documents in PostgreSQL and finds their pieces by the cosine of embeddings, with the extension pgvector 0.8 or newer. Each change is one transaction:
/// a process that is killed loses at most the document in flight, and other processes see a document whole or not at all, as soon as it is stored. Thread-safe.
/// </summary>
/// <remarks>
/// A lost connection, a deadlock or a server that is starting is tried again, three times in all. When only the answer to a removal was lost, the repetition
/// finds nothing to remove and says so. No connection is kept between two operations, nor while a caller looks at what was read: one in the pool is enough.
/// The first document with embeddings decides the dimensions of all; up to 2,000 they are indexed (HNSW), beyond every piece of the tenant is compared.
/// </remarks>
[LlmComponent("postgresql_retrieval_store")]
public sealed partial class PostgreSqlRetrievalStore : IRetrievalStore
{
    private readonly PostgreSqlRetrievalOptions _options;
    private readonly StoreSql _sql;
    private readonly RetrievalSchema _schema;
    private readonly TransactionRunner _transactions;

    private PostgreSqlRetrievalStore(NpgsqlDataSource dataSource, PostgreSqlRetrievalOptions options, TimeProvider timeProvider)
    {
        _options = options;
        _sql = new StoreSql(options.Schema);
        _schema = new RetrievalSchema(_sql);
        _transactions = new TransactionRunner(dataSource, timeProvider);
    }

    /// <summary>Opens a schema of a database; extension, schema and tables that are not there are created, which needs the rights to.</summary>
    /// <param name="dataSource">The database; it stays the caller's.</param>
    /// <param name="options">Where the documents are; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock of the delays before repetitions; <see langword="null"/> is the system's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="NotSupportedException">The database lacks the extension or has one older than 0.8, or the tables have another version.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses the work.</exception>
    [ErrorContext, TracePerformance]
    public static partial Task<PostgreSqlRetrievalStore> OpenAsync(
        NpgsqlDataSource dataSource, PostgreSqlRetrievalOptions? options = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Tenant and id have more than 1,250 UTF-16 code units together, or embeddings are not as many as pieces, not of one length or not finite.</exception>
    /// <exception cref="InvalidOperationException">The embeddings have other dimensions than those that were stored before.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses the work.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask PutAsync(StoredDocument document, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses the work.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<bool> RemoveAsync(string tenant, string documentId, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A row is damaged.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses the work.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<StoredDocument> ReadAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds the pieces whose embeddings are nearest to one, by the cosine; those that point away are not found.</summary>
    /// <param name="embedding">The embedding of the question, by the generator that embedded the documents.</param>
    /// <param name="top">The most pieces to return, at least 1.</param>
    /// <param name="tenant">Whose documents are searched. The default is <c>""</c>, a tenant of its own.</param>
    /// <param name="filter">Which documents may be found, applied before the ranking. The default is <see langword="null"/>: all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>
    /// The pieces, best first, equal ones by document id and position. The index may miss near pieces (see <see cref="PostgreSqlRetrievalOptions.SearchDepth"/>), but never
    /// returns fewer than were asked for while there are more: then every piece is compared.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The embedding has other dimensions than those that were stored.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses the work.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<IReadOnlyList<RetrievedChunk>> FindNearestAsync(
        ReadOnlyMemory<float> embedding, int top, string tenant = "", MetadataFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Counts what the store holds, over all tenants.</summary>
    /// <param name="cancellationToken">Ends the counting.</param>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses the work.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<PostgreSqlStoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default);

    private static async Task<PostgreSqlRetrievalStore> OpenCoreAsync(
        NpgsqlDataSource dataSource, PostgreSqlRetrievalOptions? options, TimeProvider? timeProvider, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options ??= new PostgreSqlRetrievalOptions();
        options.Validate();
        var store = new PostgreSqlRetrievalStore(dataSource, options, timeProvider ?? TimeProvider.System);
        await store._transactions.RunAsync(store._schema.EnsureAsync, cancellationToken).ConfigureAwait(false);
        return store;
    }
}
