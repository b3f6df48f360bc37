using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tokens;

/// <summary>The text of values that contents carry, without reflection of our own.</summary>
internal static class ContentText
{
    /// <summary>Writes a value as text.</summary>
    /// <returns><see langword="false"/> when its type cannot be written.</returns>
    public static bool TryWrite(object? value, [NotNullWhen(true)] out string? text)
    {
        text = value switch
        {
            null => "null",
            string given => given,
            JsonElement json => json.ValueKind == JsonValueKind.Undefined ? "null" : json.GetRawText(),
            bool given => given ? "true" : "false",
            double or float or decimal or int or long or short or byte or uint or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            Enum => value.ToString(),
            _ => Serialize(value),
        };
        return text is not null;
    }

    private static string? Serialize(object value)
    {
        if (!AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out JsonTypeInfo? typeInfo))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Serialize(value, typeInfo);
        }
        catch (Exception error) when (error is NotSupportedException or JsonException)
        {
            return null;
        }
    }
}
