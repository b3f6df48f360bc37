using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using LlmAspects.Testing;

namespace LlmAspects.PackageTests;

[Collection(nameof(PackageFeed))]
public sealed partial class ConsoleOfAUserTests(PackageFeed feed)
{
    private const string Program = """
        using LlmAspects.Errors;
        using LlmAspects.Tracing;

        var greeter = new Greeter();
        Console.WriteLine(await greeter.GreetAsync("Ada"));
        try
        {
            greeter.Fail();
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine(error.Message);
        }

        foreach (var operation in (string[])["greet", "fail"])
        {
            Console.WriteLine($"{operation}: {PerformanceTracer.Shared.GetStats("greeter", operation)?.Count ?? 0} calls");
        }

        Console.WriteLine($"{ErrorAggregator.Shared.Recent(10).Count} errors");
        """;

    private const string Plain = """
        using LlmAspects;

        [LlmComponent("greeter")]
        public class Greeter
        {
            public async Task<string> GreetAsync(string name)
            {
                await Task.Yield();
                return $"Hello {name}";
            }

            public int Fail() => throw new InvalidOperationException("It failed.");
        }
        """;

    private const string Annotated = """
        using LlmAspects;

        [LlmComponent("greeter")]
        public partial class Greeter
        {
            [ErrorContext, TracePerformance] public partial Task<string> GreetAsync(string name);

            private async Task<string> GreetCoreAsync(string name)
            {
                await Task.Yield();
                return $"Hello {name}";
            }

            [ErrorContext, TracePerformance] public partial int Fail();

            private int FailCore() => throw new InvalidOperationException("It failed.");
        }
        """;

    private static readonly string[] Recorded = ["Hello Ada", "It failed.", "greet: 1 calls", "fail: 1 calls", "1 errors"];

    [Fact]
    public async Task PlainComponent_IsReportedByTheRules()
    {
        using var project = new ConsoleProject(feed, ("Program.cs", Program), ("Greeter.cs", Plain));

        var build = await project.DotnetAsync("build", "-nologo", "-nodeReuse:false");

        build.ExitCode.ShouldBe(0, build.Output);
        WarningsOf(build).ShouldBe(["Greeter.cs(12,16): LLMA1001", "Greeter.cs(12,16): LLMA1002", "Greeter.cs(6,31): LLMA1001", "Greeter.cs(6,31): LLMA1002"]);
    }

    [Fact]
    public async Task Format_FixesWhatTheRulesReport()
    {
        using var project = new ConsoleProject(feed, ("Program.cs", Program), ("Greeter.cs", Plain));
        (await project.DotnetAsync("restore")).ExitCode.ShouldBe(0);

        var format = await project.DotnetAsync("format", "analyzers", "--no-restore", "--severity", "warn");

        format.ExitCode.ShouldBe(0, format.Output + format.Error);
        project.Read("Greeter.cs").ReplaceLineEndings("\n").ShouldContain("[ErrorContext, TracePerformance]\n    public partial Task<string> GreetAsync(string name);");
        await ShouldRunAsync(project);
    }

    [Fact]
    public async Task Wrappers_RunAndRecord()
    {
        using var project = new ConsoleProject(feed, ("Program.cs", Program), ("Greeter.cs", Annotated));

        await ShouldRunAsync(project);
    }

    [FactWithNativeToolChain]
    public async Task Wrappers_PublishAsANativeProgram()
    {
        NativeToolChain.FindMissing().ShouldBeNull();
        using var project = new ConsoleProject(feed, ("Program.cs", Program), ("Greeter.cs", Annotated));

        var publication = await project.DotnetAsync("publish", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "native", "-nologo", "-nodeReuse:false", "-p:PublishAot=true", "-warnaserror");

        publication.ExitCode.ShouldBe(0, publication.Output);
        var run = await project.RunAsync("native/App" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        LinesOf(run).ShouldBe(Recorded);
    }

    private static async Task ShouldRunAsync(ConsoleProject project)
    {
        var build = await project.DotnetAsync("build", "-nologo", "-nodeReuse:false", "-warnaserror");
        build.ExitCode.ShouldBe(0, build.Output);
        LinesOf(await project.DotnetAsync("bin/Debug/net10.0/App.dll")).ShouldBe(Recorded);
    }

    private static string[] LinesOf(CommandResult run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // MSBuild repeats each at the end.
    private static string[] WarningsOf(CommandResult build) =>
        [.. Warning().Matches(build.Output).Select(static match => $"{match.Groups["place"]}: {match.Groups["id"]}").Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<place>[\w.]+\(\d+,\d+\)): warning (?<id>\w+):")]
    private static partial Regex Warning();
}
