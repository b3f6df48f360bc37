using LlmAspects.Testing;

namespace LlmAspects.PackageTests;

/// <summary>A console project of a user, in a folder of its own, that has one package reference.</summary>
internal sealed class ConsoleProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmaspects-console-");

    /// <param name="feed">Where the package comes from.</param>
    /// <param name="sources">The files of the project: name and text.</param>
    public ConsoleProject(PackageFeed feed, params ReadOnlySpan<(string Name, string Text)> sources)
    {
        // Packages are unpacked beside the project, so that no build of another day is found; those of others come from where they are.
        Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>$(MSBuildProjectDirectory)/packages</RestorePackagesPath>
                <RestoreFallbackFolders>{MachinePackages()}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{feed.Folder}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="LlmAspects" Version="{PackageFeed.Version}" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (name, text) in sources)
        {
            Write(name, text);
        }
    }

    /// <summary>Runs the command line of .NET in the folder.</summary>
    public Task<CommandResult> DotnetAsync(params IEnumerable<string> arguments) => CommandLine.RunAsync(_folder.FullName, "dotnet", arguments);

    /// <summary>Runs a program of the folder.</summary>
    public Task<CommandResult> RunAsync(string program) => CommandLine.RunAsync(_folder.FullName, Path.Combine(_folder.FullName, program));

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static string MachinePackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
