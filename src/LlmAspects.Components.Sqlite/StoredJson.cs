using System.Text.Json;
using System.Text.Json.Serialization;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Sqlite;

/// <summary>Metadata and pieces as JSON.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(StoredPiece[]))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static string Write(IReadOnlyDictionary<string, string> metadata) => JsonSerializer.Serialize(metadata, Default.IReadOnlyDictionaryStringString);

    public static string Write(IReadOnlyList<TextChunk> pieces) =>
        JsonSerializer.Serialize((StoredPiece[])[.. pieces.Select(static piece => new StoredPiece(piece.Start, piece.Length, piece.HeaderPath))], Default.StoredPieceArray);

    /// <exception cref="InvalidDataException">It is no metadata.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string json) =>
        Parse(() => JsonSerializer.Deserialize(json, Default.DictionaryStringString), "metadata");

    /// <exception cref="InvalidDataException">It is no list of pieces.</exception>
    public static IReadOnlyList<TextChunk> ReadPieces(string json) =>
        [.. Parse(() => JsonSerializer.Deserialize(json, Default.StoredPieceArray), "pieces").Select(static piece => new TextChunk(piece.Start, piece.Length) { HeaderPath = piece.Path })];

    private static T Parse<T>(Func<T?> read, string what)
    {
        try
        {
            return read() ?? throw new InvalidDataException($"The {what} of a document are missing.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The {what} of a document are damaged.", error);
        }
    }
}
