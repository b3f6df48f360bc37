using System.Globalization;
using System.Text.Json;

namespace LlmAspects.Components.Caching;

/// <summary>Values of open dictionaries: only those that can be compared as text.</summary>
internal static class CacheKeyValues
{
    /// <summary>Writes the pairs in ordinal order. Returns what cannot be compared, or null.</summary>
    public static string? Write(CacheKeyWriter writer, string name, IEnumerable<KeyValuePair<string, object?>>? pairs)
    {
        foreach ((string key, object? value) in (pairs ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Add(name, key);
            if (Write(writer, value) is { } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }

    /// <summary>Writes one value with its type. Returns what cannot be compared, or null.</summary>
    public static string? Write(CacheKeyWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.Add("null", null);
                return null;
            case string text:
                writer.Add("string", text);
                return null;
            case JsonElement json:
                writer.Add("json", json.ValueKind == JsonValueKind.Undefined ? null : json.GetRawText());
                return null;
            case bool or char or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or Guid:
                writer.Add(value.GetType().Name, Convert.ToString(value, CultureInfo.InvariantCulture));
                return null;
            default:
                return $"A value of type {value.GetType().Name} cannot be compared.";
        }
    }
}
