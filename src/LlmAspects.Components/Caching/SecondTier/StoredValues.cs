using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching.SecondTier;

/// <summary>Plain values of open dictionaries, which JSON gives back as elements.</summary>
internal static class StoredValues
{
    public static void Restore(AdditionalPropertiesDictionary? properties)
    {
        foreach ((string key, object? value) in properties?.ToArray() ?? [])
        {
            if (value is JsonElement element)
            {
                properties![key] = Restore(element);
            }
        }
    }

    private static object? Restore(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when element.TryGetInt64(out long whole) => whole,
        JsonValueKind.Number => element.GetDouble(),
        _ => null,
    };
}
