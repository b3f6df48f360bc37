using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LlmAspects.Components.Ensembling;

/// <summary>Reads JSON and writes it in the one form that equal values share.</summary>
internal static class JsonAnswer
{
    private const string Fence = "```";

    /// <summary>The JSON without white space, properties in ordinal order, numbers without trailing zeros; <see langword="null"/> when the text is not JSON.</summary>
    public static string? Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Unfenced(text).ToString());
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                Write(document.RootElement, writer);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<char> Unfenced(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int line = rest.IndexOf('\n');
        if (!rest.StartsWith(Fence, StringComparison.Ordinal) || line < 0)
        {
            return rest;
        }

        rest = rest[(line + 1)..];
        return rest.EndsWith(Fence, StringComparison.Ordinal) ? rest[..^Fence.Length] : rest;
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject().OrderBy(static property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(NumberAnswer.Normalize(value.GetRawText()), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
