using LlmAspects.Cli.Documents;
using LlmAspects.Components.Sqlite;

namespace LlmAspects.Cli.Indexing;

/// <summary>How files become documents of an index; it is stored with each, so that a run knows which of them are as it would make them.</summary>
/// <param name="Root">The folder, relative to that of the index: a folder that moves with its index stays the same.</param>
/// <param name="Vectors">Whether pieces have vectors.</param>
internal sealed record IndexRecipe(string Root, bool Vectors)
{
    public const string FolderKey = "folder";
    public const string ExtensionKey = "extension";
    public const string NameKey = "name";

    private const string RootKey = "root";
    private const string HashKey = "sha256";
    private const string VersionKey = "version";

    // Another number whenever the same file becomes other pieces or vectors.
    private const string WordsVersion = "1";
    private const string VectorsVersion = "1, feature-hashing-1024";

    private string Version => Vectors ? VectorsVersion : WordsVersion;

    /// <summary>Whether a stored document has vectors.</summary>
    public static bool HasVectors(StoredEntry entry) => entry.Metadata.GetValueOrDefault(VersionKey) == VectorsVersion;

    /// <summary>The folder that a stored document is from; <see langword="null"/> when it is not from this tool.</summary>
    public static string? RootOf(StoredEntry entry) => entry.Metadata.GetValueOrDefault(RootKey);

    /// <summary>What is stored beside the text of a file.</summary>
    public IReadOnlyDictionary<string, string> Describe(FolderFile file) => new Dictionary<string, string>
    {
        [RootKey] = Root,
        [VersionKey] = Version,
        [HashKey] = file.ContentHash(),
        [NameKey] = Path.GetFileName(file.Id),
        [FolderKey] = Path.GetDirectoryName(file.Id)?.Replace('\\', '/') is { Length: > 0 } folder ? folder : ".",
        [ExtensionKey] = Path.GetExtension(file.Id).TrimStart('.').ToLowerInvariant(),
    };

    /// <summary>Whether a stored document is what this would make of the file.</summary>
    /// <param name="stored">Its metadata.</param>
    /// <param name="described">What <see cref="Describe"/> says of the file.</param>
    public static bool IsCurrent(IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> described) =>
        stored.Count == described.Count && described.All(pair => stored.GetValueOrDefault(pair.Key) == pair.Value);
}
