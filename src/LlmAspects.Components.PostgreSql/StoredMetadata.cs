using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LlmAspects.Components.PostgreSql;

/// <summary>
/// Metadata as JSON that can be searched: <c>{"key": {"s": "the value", "n": "the number that it is"}}</c>. Numbers are read here, once, so that filters of the
/// database and of a process agree about them; as texts, for JSON has no infinite ones.
/// </summary>
internal static class StoredMetadata
{
    private const string Damaged = "The metadata of a document are damaged.";

    public static string Write(IReadOnlyDictionary<string, string> metadata) => Write(metadata, withNumbers: true);

    /// <summary>What contains exactly the metadata that have the key with this value.</summary>
    public static string WritePair(string key, string value) => Write([new(key, value)], withNumbers: false);

    /// <exception cref="InvalidDataException">It is no metadata.</exception>
    public static IReadOnlyDictionary<string, string> Read(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        if (parsed.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException(Damaged);
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in parsed.RootElement.EnumerateObject())
        {
            metadata[StorableText.Read(property.Name)] =
                property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("s"u8, out JsonElement value) && value.ValueKind == JsonValueKind.String
                    ? StorableText.Read(value.GetString()!)
                    : throw new InvalidDataException(Damaged);
        }

        return metadata;
    }

    private static string Write(IEnumerable<KeyValuePair<string, string>> metadata, bool withNumbers)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            foreach ((string key, string value) in metadata)
            {
                json.WriteStartObject(StorableText.Write(key));
                json.WriteString("s"u8, StorableText.Write(value));
                if (withNumbers && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number))
                {
                    json.WriteString("n"u8, number.ToString("R", CultureInfo.InvariantCulture));
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(written.WrittenSpan);
    }
}
