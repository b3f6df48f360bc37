using System.Text.RegularExpressions;
using LlmAspects.Testing;

namespace LlmAspects.CodeFixes.Tests.Conversion;

/// <summary>A library without aspects in a folder of its own: dotnet format converts it, and its tests pass as before.</summary>
public sealed class PlainLibraryTests : IDisposable
{
    private static readonly string[] Quietly = ["-nologo", "-v:minimal", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmaspects-plain-");

    public PlainLibraryTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Assets", "PlainLibrary")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(RepositoryRoot.FullPath, "Directory.Packages.props"), Path.Combine(_folder.FullName, "Directory.Packages.props"));
        File.WriteAllText(
            Path.Combine(_folder.FullName, "Directory.Build.props"),
            $"<Project><PropertyGroup><AspectsFolder>{AppContext.BaseDirectory}</AspectsFolder></PropertyGroup></Project>");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task FormattedLibrary_BuildsWithoutWarningsAndPassesItsTests()
    {
        var before = await RunAsync(["test", .. Quietly]);
        before.Output.ShouldContain("Passed!");
        MissingAspects(before).Count.ShouldBe(2 * 22);

        await RunAsync("format", "analyzers", "--diagnostics", "LLMA1001", "LLMA1002", "--severity", "warn", "--no-restore");

        var after = await RunAsync(["build", "--no-restore", "-warnaserror", .. Quietly]);
        MissingAspects(after).ShouldBeEmpty();
        (await RunAsync("test", "--no-build", "-nologo")).Output.ShouldContain("Passed!");
        (await RunAsync("format", "whitespace", "--verify-no-changes", "--no-restore")).ExitCode.ShouldBe(0);
    }

    private static HashSet<string> MissingAspects(CommandResult build)
        => [.. Regex.Matches(build.Output, @"\S+\(\d+,\d+\): warning LLMA100[12]").Select(static match => match.Value)];

    private async Task<CommandResult> RunAsync(params string[] arguments)
    {
        var result = await CommandLine.RunAsync(_folder.FullName, "dotnet", arguments);
        result.ExitCode.ShouldBe(0, result.Output + result.Error);
        return result;
    }
}
