using System.Runtime.InteropServices;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace LlmAspects.Components.PostgreSql;

/// <summary>Documents as rows.</summary>
internal static class DocumentRows
{
    /// <summary>The parameters of <see cref="StoreSql.Put"/>.</summary>
    public static void BindDocument(NpgsqlParameterCollection parameters, SourceDocument document) => BindKey(parameters, document.Tenant, document.Id)
        .Add(NpgsqlDbType.Bytea, document.Title is { } title ? TextBytes.Write(title) : null)
        .Add(NpgsqlDbType.Bytea, TextBytes.Write(document.Text))
        .Add(NpgsqlDbType.Jsonb, StoredMetadata.Write(document.Metadata));

    /// <summary>The parameters of <see cref="StoreSql.PutPieces"/>.</summary>
    public static void BindPieces(NpgsqlParameterCollection parameters, StoredDocument stored)
    {
        int dimensions = stored.Embeddings.Count == 0 ? 0 : stored.Embeddings[0].Length;
        float[] values = new float[stored.Embeddings.Count * dimensions];
        for (int i = 0; i < stored.Embeddings.Count; i++)
        {
            stored.Embeddings[i].CopyTo(values.AsMemory(i * dimensions));
        }

        BindKey(parameters, stored.Document.Tenant, stored.Document.Id)
            .Add(NpgsqlDbType.Array | NpgsqlDbType.Integer, stored.Pieces.Select(static piece => piece.Start).ToArray())
            .Add(NpgsqlDbType.Array | NpgsqlDbType.Integer, stored.Pieces.Select(static piece => piece.Length).ToArray())
            .Add(NpgsqlDbType.Array | NpgsqlDbType.Bytea, stored.Pieces.Select(static piece => piece.HeaderPath is { } path ? TextBytes.Write(path) : null).ToArray())
            .Add(NpgsqlDbType.Array | NpgsqlDbType.Integer, stored.Pieces.Select(static piece => piece.TokenCount).ToArray())
            .Add(NpgsqlDbType.Array | NpgsqlDbType.Real, values)
            .Add(NpgsqlDbType.Integer, dimensions);
    }

    /// <summary>The parameters <c>$1</c> and <c>$2</c> of what concerns one document.</summary>
    public static NpgsqlParameterCollection BindKey(NpgsqlParameterCollection parameters, string tenant, string id) =>
        parameters.Add(NpgsqlDbType.Bytea, TextBytes.Write(tenant)).Add(NpgsqlDbType.Bytea, TextBytes.Write(id));

    /// <summary>Reads a row of <see cref="StoreSql.ReadPage"/>.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static StoredDocument Read(NpgsqlDataReader row)
    {
        var document = new SourceDocument(ReadText(row, 1), ReadText(row, 3))
        {
            Tenant = ReadText(row, 0),
            Title = ReadTextOrNull(row, 2),
            Metadata = StoredMetadata.Read(row.GetString(4)),
        };
        return row.IsDBNull(5) ? new StoredDocument(document, [], []) : new StoredDocument(document, ReadPieces(row), ReadEmbeddings(row));
    }

    /// <summary>Reads a row of <see cref="StoreSql.FindNearest"/>; the score is the cosine.</summary>
    public static RetrievedChunk ReadFound(NpgsqlDataReader row) =>
        new(ReadText(row, 0), row.GetInt32(1), ReadText(row, 2), 1 - row.GetDouble(3)) { Title = ReadTextOrNull(row, 4), HeaderPath = ReadTextOrNull(row, 5), Source = "vector" };

    private static TextChunk[] ReadPieces(NpgsqlDataReader row)
    {
        int[] starts = row.GetFieldValue<int[]>(5);
        int[] lengths = row.GetFieldValue<int[]>(6);
        byte[]?[] paths = row.GetFieldValue<byte[]?[]>(7);
        int?[] tokens = row.GetFieldValue<int?[]>(8);
        return [.. starts.Select((start, i) => new TextChunk(start, lengths[i]) { HeaderPath = paths[i] is { } path ? TextBytes.Read(path) : null, TokenCount = tokens[i] })];
    }

    private static ReadOnlyMemory<float>[] ReadEmbeddings(NpgsqlDataReader row)
    {
        if (row.IsDBNull(9))
        {
            return [];
        }

        float[,] values = row.GetFieldValue<float[,]>(9);
        int dimensions = values.GetLength(1);
        float[] flat = MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], values.Length).ToArray();
        return values.GetLength(0) == row.GetFieldValue<int[]>(5).Length
            ? [.. Enumerable.Range(0, values.GetLength(0)).Select(i => flat.AsMemory(i * dimensions, dimensions))]
            : throw new InvalidDataException("The embeddings of a document are damaged.");
    }

    private static string ReadText(NpgsqlDataReader row, int column) => TextBytes.Read(row.GetFieldValue<byte[]>(column));

    private static string? ReadTextOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : ReadText(row, column);
}
