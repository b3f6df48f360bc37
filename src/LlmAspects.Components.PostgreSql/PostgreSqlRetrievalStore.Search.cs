using System.Globalization;
using LlmAspects.Components.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace LlmAspects.Components.PostgreSql;

/// <content>How pieces are found.</content>
public sealed partial class PostgreSqlRetrievalStore
{
    private async ValueTask<IReadOnlyList<RetrievedChunk>> FindNearestCoreAsync(
        ReadOnlyMemory<float> embedding, int top, string tenant, MetadataFilter? filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        ArgumentNullException.ThrowIfNull(tenant);
        if (ChunkVector.Normalized(embedding.Span) is not { } direction)
        {
            return [];
        }

        List<RetrievedChunk> found = await _transactions.RunAsync((connection, token) => FindAsync(connection, direction, top, tenant, filter, token), cancellationToken).ConfigureAwait(false);

        // The piece of a vector without direction has no cosine; its score is no number.
        return [.. found.Where(static chunk => chunk.Score > 0).OrderByDescending(static chunk => chunk.Score).ThenBy(static chunk => chunk.DocumentId, StringComparer.Ordinal).ThenBy(static chunk => chunk.Start)];
    }

    private async Task<List<RetrievedChunk>> FindAsync(
        NpgsqlConnection connection, float[] embedding, int top, string tenant, MetadataFilter? filter, CancellationToken cancellationToken)
    {
        int? dimensions = await _schema.ReadDimensionsAsync(connection, cancellationToken).ConfigureAwait(false);
        if (dimensions is null)
        {
            return [];
        }

        if (dimensions != embedding.Length)
        {
            throw new InvalidOperationException(
                $"The embedding of the query has {embedding.Length} dimensions, those in the schema \"{_options.Schema}\" {dimensions}. Queries and documents need the same generator.");
        }

        if (!_options.ComparesAll)
        {
            List<RetrievedChunk> found = await FindAsync(connection, Search(embedding, top, tenant, filter, comparesAll: false), cancellationToken).ConfigureAwait(false);
            if (found.Count == top)
            {
                return found;
            }
        }

        // The index gives up after a number of pieces that the filter turns away.
        return await FindAsync(connection, Search(embedding, top, tenant, filter, comparesAll: true), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<RetrievedChunk>> FindAsync(NpgsqlConnection connection, NpgsqlBatch search, CancellationToken cancellationToken)
    {
        using NpgsqlBatch batch = search;
        batch.Connection = connection;
        var found = new List<RetrievedChunk>();
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);

        // First the answer to the settings.
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(DocumentRows.ReadFound(reader));
        }

        return found;
    }

    private NpgsqlBatch Search(float[] embedding, int top, string tenant, MetadataFilter? filter, bool comparesAll)
    {
        int depth = Math.Clamp(top, _options.SearchDepth, StoreSql.MaxSearchDepth);
        var settings = new NpgsqlBatchCommand(StoreSql.SearchSettings);
        settings.Parameters.Add(NpgsqlDbType.Text, depth.ToString(CultureInfo.InvariantCulture));
        var search = new NpgsqlBatchCommand();
        search.Parameters.Add(NpgsqlDbType.Bytea, TextBytes.Write(tenant)).Add(NpgsqlDbType.Array | NpgsqlDbType.Real, embedding).Add(NpgsqlDbType.Integer, top);
        search.CommandText = _sql.FindNearest(filter?.Accept(new FilterCondition(search.Parameters)), comparesAll);
        return new NpgsqlBatch { BatchCommands = { settings, search } };
    }
}
