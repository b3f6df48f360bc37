using System.Globalization;

namespace LlmAspects.AotProgram.Recording;

/// <summary>Tags as one text, in the order of their names.</summary>
internal static class Tags
{
    public static string TextOf(IEnumerable<KeyValuePair<string, object?>> tags)
        => string.Join(", ", tags
            .Select(static tag => $"{tag.Key}={Convert.ToString(tag.Value, CultureInfo.InvariantCulture)}")
            .Order(StringComparer.Ordinal));
}
