using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Sqlite;

namespace LlmAspects.Cli.Indexing;

/// <summary>Which files are searched. Values of one key are alternatives; all keys must fit.</summary>
/// <param name="Values">Keys with the value asked for.</param>
internal sealed record SearchFilter(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>The keys that a file can be chosen by.</summary>
    public static IReadOnlyList<string> Keys { get; } = [IndexRecipe.ExtensionKey, IndexRecipe.FolderKey, IndexRecipe.NameKey];

    /// <summary>Reads <c>key=value</c>; <see langword="null"/> when it is none.</summary>
    public static KeyValuePair<string, string>? Parse(string text) =>
        text.Split('=', 2) is [var key, { Length: > 0 } value] && Keys.Contains(key) ? new(key, Normalize(key, value)) : null;

    /// <summary>The filter for what is stored; <see langword="null"/> when every file is searched.</summary>
    public MetadataFilter? For(IEnumerable<StoredEntry> entries) => Values.Count == 0
        ? null
        : MetadataFilter.All(Values
            .GroupBy(static pair => pair.Key, static pair => pair.Value)
            .Select(values => MetadataFilter.AnyOf(values.Key, values.Key == IndexRecipe.FolderKey ? FoldersBelow(values, entries) : values)));

    private static string Normalize(string key, string value) => key switch
    {
        IndexRecipe.ExtensionKey => value.TrimStart('.').ToLowerInvariant(),
        IndexRecipe.FolderKey => value.Replace('\\', '/').TrimEnd('/') is { Length: > 0 } folder ? folder : ".",
        _ => value,
    };

    /// <summary>A folder has what its folders have.</summary>
    private static IEnumerable<string> FoldersBelow(IEnumerable<string> folders, IEnumerable<StoredEntry> entries) => entries
        .Select(static entry => entry.Metadata[IndexRecipe.FolderKey])
        .Distinct(StringComparer.Ordinal)
        .Where(stored => folders.Any(folder => folder == "." || stored == folder || stored.StartsWith($"{folder}/", StringComparison.Ordinal)));
}
