namespace LlmAspects.Cli.Indexing;

/// <summary>Where an index is.</summary>
internal static class IndexFile
{
    /// <summary>The hidden folder within an indexed folder, which no reader enters.</summary>
    private const string FolderName = ".llmaspects";

    private const string FileName = "index.db";

    /// <summary>The file for a folder that is indexed.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="name">The name that was given; <see langword="null"/> for the default.</param>
    /// <param name="currentFolder">Where relative paths begin.</param>
    /// <exception cref="CliException">The name is that of a folder.</exception>
    public static string For(string folder, string? name, string currentFolder)
    {
        string file = name is null ? In(folder) : Path.GetFullPath(name, currentFolder);
        return Directory.Exists(file) ? throw new CliException($"'{file}' is a folder; --index names a file.", ExitCodes.Usage) : file;
    }

    /// <summary>The file that is there for a search.</summary>
    /// <param name="name">A file, or a folder that was indexed; <see langword="null"/>: the index of the current folder or of the nearest one above.</param>
    /// <param name="currentFolder">Where the search begins.</param>
    /// <exception cref="CliException">There is none.</exception>
    public static string Find(string? name, string currentFolder)
    {
        if (name is not null)
        {
            string named = Path.GetFullPath(name, currentFolder);
            return Array.Find([named, In(named)], File.Exists) ?? throw Missing($"There is no index '{name}'.");
        }

        for (DirectoryInfo? folder = new(currentFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(In(folder.FullName)))
            {
                return In(folder.FullName);
            }
        }

        throw Missing($"There is no index in '{currentFolder}' or in a folder above it.");
    }

    /// <summary>Makes the folder of an index; the hidden one says to Git that it is not for it.</summary>
    public static void CreateFolder(string file)
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string ignore = Path.Combine(folder.FullName, ".gitignore");
        if (folder.Name == FolderName && !File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }
    }

    private static string In(string folder) => Path.Combine(folder, FolderName, FileName);

    private static CliException Missing(string problem) => new($"{problem} Run llmaspects index FOLDER first; --index FOLDER searches what was indexed elsewhere.", ExitCodes.Usage);
}
