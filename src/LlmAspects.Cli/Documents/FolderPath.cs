namespace LlmAspects.Cli.Documents;

/// <summary>Paths below a folder.</summary>
internal static class FolderPath
{
    /// <summary>The folder's full path without links.</summary>
    public static string Real(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return OperatingSystem.IsWindows()
            ? new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full
            : PosixFile.RealPath(full) ?? full;
    }

    /// <summary>Whether a real path lies below the real path of a folder.</summary>
    public static bool Contains(string root, string? path) =>
        path is not null && path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path below the folder, with <c>/</c> on every system.</summary>
    public static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
