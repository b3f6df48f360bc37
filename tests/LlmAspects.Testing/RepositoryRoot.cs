namespace LlmAspects.Testing;

/// <summary>Finds the folder of the solution from where the tests run.</summary>
public static class RepositoryRoot
{
    /// <summary>What the compiler writes instead of the folder in a continuous integration build.</summary>
    private const string Mapped = "/_/";

    /// <summary>The folder that holds <c>LlmAspects.sln</c>.</summary>
    public static string FullPath { get; } = Find();

    /// <summary>Gives a path that the compiler recorded its real beginning back.</summary>
    /// <param name="compiledPath">A path from caller information.</param>
    public static string Unmap(string compiledPath)
    {
        ArgumentNullException.ThrowIfNull(compiledPath);
        return compiledPath.StartsWith(Mapped, StringComparison.Ordinal)
            ? Path.Combine(FullPath, compiledPath[Mapped.Length..])
            : compiledPath;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LlmAspects.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No LlmAspects.sln above {AppContext.BaseDirectory}.");
    }
}
