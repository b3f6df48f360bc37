namespace LlmAspects.Cli.Evaluation;

/// <summary>The files that hold labelled data.</summary>
internal static class DataFiles
{
    private const string Compressed = ".gz";

    /// <summary>The file itself, or those of a folder that end with one of the endings, compressed or not, in the order of their names.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="endings">The endings, for example <c>.jsonl</c>.</param>
    public static IReadOnlyList<string> In(string path, params string[] endings) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path).Where(file => endings.Any(ending => HasEnding(file, ending))).Order(StringComparer.Ordinal)]
        : [path];

    /// <summary>As <see cref="In"/>, of which there must be one.</summary>
    /// <exception cref="CliException">The folder has no such file.</exception>
    public static IReadOnlyList<string> SomeIn(string path, params string[] endings) => In(path, endings) is { Count: > 0 } files
        ? files
        : throw new CliException($"'{path}' has no file that ends with {string.Join(" or ", endings)}.", ExitCodes.Usage);

    /// <summary>A file of a folder, compressed or not; <see langword="null"/> when it is not there.</summary>
    public static string? Find(string folder, params string[] parts)
    {
        string file = Path.Combine([folder, .. parts]);
        return File.Exists(file) ? file : File.Exists(file + Compressed) ? file + Compressed : null;
    }

    /// <summary>The name of a file without its folder and endings.</summary>
    public static string NameOf(string file) => Path.GetFileNameWithoutExtension(IsCompressed(file) ? file[..^Compressed.Length] : file);

    /// <summary>Whether a file is compressed by gzip, as its name says.</summary>
    public static bool IsCompressed(string file) => file.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase);

    private static bool HasEnding(string file, string ending) => file.EndsWith(ending, StringComparison.Ordinal) || file.EndsWith(ending + Compressed, StringComparison.Ordinal);
}
