using System.IO.Compression;
using System.Xml.Linq;
using LlmAspects.Testing;

namespace LlmAspects.PackageTests;

/// <summary>Packs what was built for these tests into a folder that serves as a package source.</summary>
public sealed class PackageFeed : IAsyncLifetime, IDisposable
{
    /// <summary>A version that is nowhere else.</summary>
    public const string Version = "0.0.1-test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmaspects-feed-");

    /// <summary>The folder.</summary>
    public string Folder => _folder.FullName;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        foreach (var project in (string[])["src/LlmAspects", "src/LlmAspects.Components", "src/LlmAspects.Components.Providers", "src/LlmAspects.Components.Redis", "src/LlmAspects.Components.Sqlite", "src/LlmAspects.Components.PostgreSql", "src/LlmAspects.Components.CodeAnalysis", "src/LlmAspects.Hosting", "src/LlmAspects.AspNetCore"])
        {
            var pack = await CommandLine.RunAsync(RepositoryRoot.FullPath, "dotnet", "pack", project, "--no-build", "-nologo", "-c", Configuration, $"-p:Version={Version}", "-o", Folder);
            pack.ExitCode.ShouldBe(0, pack.Output + pack.Error);
        }
    }

    /// <summary>The names of the files in a package, but for those of the container itself.</summary>
    /// <param name="package">The id of the package.</param>
    public IReadOnlyList<string> EntriesOf(string package)
    {
        using var archive = Open(package);
        return [.. archive.Entries.Select(static entry => entry.FullName).Where(static name => !IsOfTheContainer(name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The dependencies of a package, each as its framework, id and what is excluded.</summary>
    /// <param name="package">The id of the package.</param>
    public IReadOnlyList<string> DependenciesOf(string package)
    {
        using var archive = Open(package);
        using var stream = archive.GetEntry(package + ".nuspec")!.Open();
        return
        [
            .. XDocument.Load(stream).Descendants().Where(static element => element.Name.LocalName == "dependency")
                .Select(static element => $"{element.Parent!.Attribute("targetFramework")!.Value}: {element.Attribute("id")!.Value}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    // These tests lie in bin/CONFIGURATION/net10.0/.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static bool IsOfTheContainer(string name) => name is "_rels/.rels" or "[Content_Types].xml" || name.StartsWith("package/", StringComparison.Ordinal);

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.nupkg"));
}
