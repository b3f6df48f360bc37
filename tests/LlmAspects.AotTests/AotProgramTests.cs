using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using LlmAspects.Testing;

namespace LlmAspects.AotTests;

public partial class AotProgramTests
{
    private const string Project = "tests/LlmAspects.AotProgram";

    // Without analyzers: the build of the solution runs them.
    private static readonly string[] Quietly = ["-c", "Release", "-nologo", "-v:minimal", "-nodeReuse:false", "-p:NuGetAudit=false", "-p:PublishNative=true", "-p:RunAnalyzers=false"];

    [FactWithNativeToolChain]
    public async Task PublishedProgram_RecordsTheSameAsUnderTheJit()
    {
        NativeToolChain.FindMissing().ShouldBeNull();
        using var tree = new CopyOfTheTree("tree", Project);

        var identifier = RuntimeInformation.RuntimeIdentifier;
        var publication = await tree.RunAsync("dotnet", ["publish", Project, "-r", identifier, "-o", "native", .. Quietly]);
        WarningsAndErrors(publication).ShouldBeEmpty();
        publication.Output.ShouldContain("Generating native code");
        var native = await tree.RunAsync("native/LlmAspects.AotProgram" + (OperatingSystem.IsWindows() ? ".exe" : ""));

        // What the native program was compiled of, with the same settings.
        var underTheJit = await tree.RunAsync("dotnet", $"{Project}/bin/Release/net10.0/{identifier}/LlmAspects.AotProgram.dll");

        underTheJit.Error.ShouldBeEmpty();
        native.Error.ShouldBeEmpty();
        DifferingLines(native.Output, underTheJit.Output).ShouldBeEmpty("The native program wrote other lines than the one under the JIT.");
        DifferingLines(native.Output, await ApprovedAsync(native.Output)).ShouldBeEmpty("The program wrote other lines than were approved.");
        native.ExitCode.ShouldBe(0);
    }

    private static string[] WarningsAndErrors(CommandResult build)
        => build.ExitCode == 0 ? [.. Problem().Matches(build.Output + build.Error).Select(static match => match.Value.Trim())] : [build.Output + build.Error];

    // Not the whole texts: their first difference is deep in the hundreds of lines that they share.
    private static string[] DifferingLines(string actual, string expected)
    {
        string[] actualLines = actual.Split('\n'), expectedLines = expected.Split('\n');
        return
        [
            .. actualLines.Except(expectedLines).Select(static line => "only here: " + line),
            .. expectedLines.Except(actualLines).Select(static line => "only there: " + line),
            .. actual == expected ? [] : (string[])["the texts differ"],
        ];
    }

    // What was recorded is left beside the approved text when the two differ.
    private static async Task<string> ApprovedAsync(string recorded, [CallerFilePath] string testFile = "")
    {
        var stem = Path.Combine(RepositoryRoot.Unmap(Path.GetDirectoryName(testFile)!), nameof(AotProgramTests));
        var approved = await File.ReadAllTextAsync(stem + ".verified.jsonl");
        if (approved != recorded)
        {
            await File.WriteAllTextAsync(stem + ".received.jsonl", recorded);
        }

        return approved;
    }

    // Everything but the summary of a clean build.
    [GeneratedRegex(@"^(?!\s*0 (?:Warning|Error)\(s\)).*\b(warning|error)\b.*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Problem();
}
