using System.Runtime.CompilerServices;
using LlmAspects.Components.Retrieval;
using Microsoft.Data.Sqlite;

namespace LlmAspects.Components.Sqlite;

/// <summary>
/// Keeps documents in a SQLite file. Each change is one transaction in a write-ahead log that is on the disk when the call returns: a process that is
/// killed loses at most the document in flight, and the file opens again without repair. Thread-safe; several processes may read the file while one
/// writes, and writers take turns.
/// </summary>
[LlmComponent("sqlite_retrieval_store")]
public sealed partial class SqliteRetrievalStore : IRetrievalStore, IDisposable
{
    /// <summary>How long a writer waits for another process.</summary>
    private const int BusySeconds = 30;

    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);

    private SqliteRetrievalStore(string connectionString) => _connectionString = connectionString;

    /// <summary>Opens a file; one that does not exist is created.</summary>
    /// <param name="file">The path of the file. Beside it stand <c>-wal</c> and <c>-shm</c> while it is open.</param>
    /// <returns>The store; dispose it to close the file.</returns>
    /// <exception cref="SqliteException">The file is no database, or cannot be opened or created.</exception>
    /// <exception cref="NotSupportedException">The file was written by a later version, or is a database of something else.</exception>
    [ErrorContext, TracePerformance]
    public static partial SqliteRetrievalStore Open(string file);

    /// <inheritdoc/>
    [ErrorContext, TracePerformance]
    public partial ValueTask PutAsync(StoredDocument document, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    [ErrorContext, TracePerformance]
    public partial ValueTask<bool> RemoveAsync(string tenant, string documentId, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A row is damaged.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<StoredDocument> ReadAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads which documents there are, by tenant and id in ordinal order, without texts, pieces and embeddings.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A row is damaged.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<StoredEntry> ReadEntriesAsync(CancellationToken cancellationToken = default);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writing.Dispose();
    }

    private static SqliteRetrievalStore OpenCore(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        string connectionString = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = BusySeconds }.ToString();
        using (var connection = new SqliteConnection(connectionString))
        {
            connection.Open();
            RetrievalSchema.Ensure(connection);
        }

        return new SqliteRetrievalStore(connectionString);
    }

    private async ValueTask PutCoreAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        await WriteAsync(
            """
            INSERT INTO documents (tenant, id, title, text, metadata, pieces, embeddings)
            VALUES ($tenant, $id, $title, $text, $metadata, $pieces, $embeddings)
            ON CONFLICT (tenant, id) DO UPDATE SET title = excluded.title, text = excluded.text, metadata = excluded.metadata,
                pieces = excluded.pieces, embeddings = excluded.embeddings
            """,
            parameters =>
            {
                SourceDocument source = document.Document;
                AddKey(parameters, source.Tenant, source.Id);
                parameters.AddWithValue("$title", source.Title is { } title ? TextBytes.Write(title) : DBNull.Value);
                parameters.AddWithValue("$text", TextBytes.Write(source.Text));
                parameters.AddWithValue("$metadata", StoredJson.Write(source.Metadata));
                parameters.AddWithValue("$pieces", StoredJson.Write(document.Pieces));
                parameters.AddWithValue("$embeddings", EmbeddingBytes.Write(document.Embeddings));
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> RemoveCoreAsync(string tenant, string documentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(documentId);
        return await WriteAsync("DELETE FROM documents WHERE tenant = $tenant AND id = $id", parameters => AddKey(parameters, tenant, documentId), cancellationToken).ConfigureAwait(false) > 0;
    }

    private IAsyncEnumerable<StoredDocument> ReadAllCoreAsync(CancellationToken cancellationToken) =>
        QueryAsync("SELECT tenant, id, title, text, metadata, pieces, embeddings FROM documents ORDER BY tenant, id", Read, cancellationToken);

    private IAsyncEnumerable<StoredEntry> ReadEntriesCoreAsync(CancellationToken cancellationToken) =>
        QueryAsync("SELECT tenant, id, metadata FROM documents ORDER BY tenant, id", ReadEntry, cancellationToken);

    private async IAsyncEnumerable<T> QueryAsync<T>(string sql, Func<SqliteDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using SqliteConnection connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return read(reader);
        }
    }

    private static StoredEntry ReadEntry(SqliteDataReader row) =>
        new(TextBytes.Read(row.GetFieldValue<byte[]>(0)), TextBytes.Read(row.GetFieldValue<byte[]>(1)), StoredJson.ReadMetadata(row.GetString(2)));

    private static StoredDocument Read(SqliteDataReader row)
    {
        var document = new SourceDocument(TextBytes.Read(row.GetFieldValue<byte[]>(1)), TextBytes.Read(row.GetFieldValue<byte[]>(3)))
        {
            Tenant = TextBytes.Read(row.GetFieldValue<byte[]>(0)),
            Title = row.IsDBNull(2) ? null : TextBytes.Read(row.GetFieldValue<byte[]>(2)),
            Metadata = StoredJson.ReadMetadata(row.GetString(4)),
        };
        return new StoredDocument(document, StoredJson.ReadPieces(row.GetString(5)), EmbeddingBytes.Read(row.GetFieldValue<byte[]>(6)));
    }

    private static void AddKey(SqliteParameterCollection parameters, string tenant, string id)
    {
        parameters.AddWithValue("$tenant", TextBytes.Write(tenant));
        parameters.AddWithValue("$id", TextBytes.Write(id));
    }

    /// <summary>Runs one statement, which is a transaction of its own.</summary>
    private async Task<int> WriteAsync(string sql, Action<SqliteParameterCollection> bind, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using SqliteConnection connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            bind(command.Parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
