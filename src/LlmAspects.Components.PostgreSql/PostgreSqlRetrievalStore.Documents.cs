using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using LlmAspects.Components.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace LlmAspects.Components.PostgreSql;

/// <content>How documents are written and read.</content>
public sealed partial class PostgreSqlRetrievalStore
{
    /// <summary>What an index of PostgreSQL takes of tenant and id, two bytes a code unit.</summary>
    private const int MaxKeyLength = 1_250;

    /// <summary>How many documents are read at once.</summary>
    private const int PageSize = 32;

    private async ValueTask PutCoreAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        Check(document);
        if (document.Embeddings.Count > 0)
        {
            // Apart, so that the tables are locked no longer than that takes.
            int dimensions = document.Embeddings[0].Length;
            int fixedAt = _schema.KnownDimensions ?? await _transactions.RunAsync((connection, token) => _schema.FixDimensionsAsync(connection, dimensions, token), cancellationToken).ConfigureAwait(false);
            if (fixedAt != dimensions)
            {
                throw new InvalidOperationException(
                    $"The embeddings of the document have {dimensions} dimensions, those in the schema \"{_options.Schema}\" {fixedAt}. All documents need the same generator.");
            }
        }

        await _transactions.RunAsync((connection, token) => PutAsync(connection, document, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> PutAsync(NpgsqlConnection connection, StoredDocument document, CancellationToken cancellationToken)
    {
        using var batch = new NpgsqlBatch(connection);
        var put = new NpgsqlBatchCommand(_sql.Put);
        DocumentRows.BindDocument(put.Parameters, document.Document);
        batch.BatchCommands.Add(put);
        var removal = new NpgsqlBatchCommand(_sql.RemovePieces);
        DocumentRows.BindKey(removal.Parameters, document.Document.Tenant, document.Document.Id);
        batch.BatchCommands.Add(removal);
        var pieces = new NpgsqlBatchCommand(_sql.PutPieces);
        DocumentRows.BindPieces(pieces.Parameters, document);
        batch.BatchCommands.Add(pieces);
        return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    private async ValueTask<bool> RemoveCoreAsync(string tenant, string documentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(documentId);
        return await _transactions.RunAsync(
            async (connection, token) =>
            {
                using var command = new NpgsqlCommand(_sql.Remove, connection);
                DocumentRows.BindKey(command.Parameters, tenant, documentId);
                return await command.ExecuteNonQueryAsync(token).ConfigureAwait(false) > 0;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<StoredDocument> ReadAllCoreAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (string Tenant, string Id)? after = null;
        List<StoredDocument> page;
        do
        {
            page = await _transactions.RunAsync((connection, token) => ReadPageAsync(connection, after, token), cancellationToken).ConfigureAwait(false);
            foreach (StoredDocument document in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return document;
                after = (document.Document.Tenant, document.Document.Id);
            }
        }
        while (page.Count == PageSize);
    }

    private async Task<List<StoredDocument>> ReadPageAsync(NpgsqlConnection connection, (string Tenant, string Id)? after, CancellationToken cancellationToken)
    {
        using var command = new NpgsqlCommand(_sql.ReadPage(after is null), connection);
        DocumentRows.BindKey(command.Parameters, after?.Tenant ?? "", after?.Id ?? "").Add(NpgsqlDbType.Integer, PageSize);
        var page = new List<StoredDocument>();
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            page.Add(DocumentRows.Read(reader));
        }

        return page;
    }

    private ValueTask<PostgreSqlStoreStatistics> GetStatisticsCoreAsync(CancellationToken cancellationToken) => new(_transactions.RunAsync(CountAsync, cancellationToken));

    private async Task<PostgreSqlStoreStatistics> CountAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        int? dimensions = await _schema.ReadDimensionsAsync(connection, cancellationToken).ConfigureAwait(false);
        using var command = new NpgsqlCommand(_sql.Count, connection);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new PostgreSqlStoreStatistics(reader.GetInt64(0), reader.GetInt64(1), dimensions);
    }

    private static void Check(StoredDocument document)
    {
        if (document.Document.Tenant.Length + document.Document.Id.Length > MaxKeyLength)
        {
            throw new ArgumentException($"Tenant and id of a document have at most {MaxKeyLength} UTF-16 code units together.", nameof(document));
        }

        if (document.Embeddings.Count == 0)
        {
            return;
        }

        int dimensions = document.Embeddings[0].Length;
        if (document.Embeddings.Count != document.Pieces.Count || document.Embeddings.Any(embedding => embedding.Length != dimensions || embedding.Length == 0))
        {
            throw new ArgumentException("A document has an embedding for each piece, all of the same length, or none.", nameof(document));
        }

        if (document.Embeddings.Any(static embedding => !TensorPrimitives.IsFiniteAll(embedding.Span)))
        {
            throw new ArgumentException("An embedding has a value that is not finite.", nameof(document));
        }
    }
}
