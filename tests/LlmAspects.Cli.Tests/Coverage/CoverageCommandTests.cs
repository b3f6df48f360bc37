using System.Text.Json;

namespace LlmAspects.Cli.Tests.Coverage;

public sealed class CoverageCommandTests(SampleSolution solution) : IClassFixture<SampleSolution>
{
    [Fact]
    public async Task Solution_GetsATableAndThePlacesThatLackAspects()
    {
        CliResult result = await RunAsync("coverage");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("loaded 1: App");
        result.Output.ShouldMatch(@"chat +App +2 +1 +50 % +1");
        result.Output.ShouldContain("App/Chat.cs(9): Chat.Send() lacks [ErrorContext], [TracePerformance]");
    }

    [Fact]
    public async Task AnalyzerThatDoesNotExist_IsNamed()
    {
        CliResult result = await RunAsync("coverage", "App/App.csproj");

        result.Output.ShouldContain("Missing.Analyzers.dll' does not exist. Build the solution with 'dotnet build' first.");
    }

    [Fact]
    public async Task CoverageBelowTheMinimum_Fails()
    {
        CliResult result = await RunAsync("coverage", "App.slnx", "--min", "50.5");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("Coverage is 50 %, below the 50.5 % of --min.");
    }

    [Fact]
    public async Task EnoughCoverage_FailsWhileSomethingCouldNotBeLoaded()
    {
        CliResult result = await RunAsync("coverage", "App.slnx", "--min", "50");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("Coverage is incomplete");
    }

    [Fact]
    public async Task Json_HasStandardOutputToItself()
    {
        CliResult result = await RunAsync("coverage", "App.slnx", "--format", "json");

        using JsonDocument json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("percent").GetDouble().ShouldBe(50);
        result.Error.ShouldContain("loaded 1: App");
    }

    [Fact]
    public async Task Output_IsWrittenBesideTheTable()
    {
        CliResult result = await RunAsync("coverage", "App.slnx", "--format", "markdown", "--output", "coverage.md");

        (await File.ReadAllTextAsync(Path.Combine(solution.Folder, "coverage.md"))).ShouldStartWith("# Coverage by aspects: 50 %");
        result.Output.ShouldMatch(@"chat +App +2 +1 +50 % +1");
    }

    [Theory]
    [InlineData("--min", "101", "--min needs a number from 0 to 100.")]
    [InlineData("--format", "xml", "xml")]
    [InlineData("No.sln", "--include-tests", "'No.sln' does not exist.")]
    public async Task WrongInput_SaysWhatIsWrong(string first, string second, string message)
    {
        CliResult result = await RunAsync("coverage", first, second);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(message);
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(solution.Folder, arguments);
}
