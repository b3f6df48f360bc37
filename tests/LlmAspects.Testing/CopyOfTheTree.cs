using System.Security.Cryptography;

namespace LlmAspects.Testing;

/// <summary>A copy of the sources in a folder of its own, removed at the end.</summary>
public sealed class CopyOfTheTree : IDisposable
{
    private static readonly string[] Folders = ["analyzers", "generators", "src"];
    private static readonly string[] BuildOutput = ["bin", "obj"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("llmaspects-tree-");
    private readonly string _folder;

    /// <summary>Copies the sources, without what builds have left in them.</summary>
    /// <param name="folder">The name of the folder, so that paths differ in their length too.</param>
    /// <param name="projects">Projects to copy besides, by their folder in the tree.</param>
    public CopyOfTheTree(string folder, params IEnumerable<string> projects)
    {
        ArgumentNullException.ThrowIfNull(projects);
        _folder = Path.Combine(_root.FullName, folder);
        Copy(RepositoryRoot.FullPath, _folder, static _ => false);
        Copy(Path.Combine(RepositoryRoot.FullPath, "tests"), Path.Combine(_folder, "tests"), static _ => false);
        foreach (var name in Folders.Concat(projects))
        {
            Copy(Path.Combine(RepositoryRoot.FullPath, name), Path.Combine(_folder, name), static child => !BuildOutput.Contains(child));
        }
    }

    /// <summary>Builds a project as continuous integration does; without analyzers, which leave no trace in the output.</summary>
    /// <param name="project">The folder of the project.</param>
    public Task<CommandResult> BuildAsync(string project)
        => CommandLine.RunAsync(
            _folder,
            "dotnet",
            "build", project, "-nologo", "-v:quiet", "-nodeReuse:false",
            "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", "-p:NuGetAudit=false", "-p:UseSharedCompilation=false");

    /// <summary>Runs a program in the folder of the copy.</summary>
    /// <param name="program">The program, or its path in the copy.</param>
    /// <param name="arguments">Its arguments, each as it is.</param>
    public Task<CommandResult> RunAsync(string program, params IEnumerable<string> arguments)
        => CommandLine.RunAsync(_folder, File.Exists(Path.Combine(_folder, program)) ? Path.Combine(_folder, program) : program, arguments);

    /// <summary>Hashes every library of ours by its path in the tree.</summary>
    public IReadOnlyDictionary<string, string> HashLibraries()
        => Directory.EnumerateFiles(_folder, "LlmAspects*.dll", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(_folder, file), static file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    /// <summary>Removes the copy.</summary>
    public void Dispose() => _root.Delete(recursive: true);

    private static void Copy(string from, string to, Func<string, bool> isWanted)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var child in Directory.EnumerateDirectories(from).Select(static path => Path.GetFileName(path)).Where(isWanted))
        {
            Copy(Path.Combine(from, child), Path.Combine(to, child), isWanted);
        }
    }
}
