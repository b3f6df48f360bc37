using System.Text.Json;

namespace LlmAspects.Cli.Tests.Bench.Failover;

public sealed class FailoverBenchCommandTests
{
    [Fact]
    public async Task PassedScenario_WritesScorecardJsonAndMarkdown()
    {
        using var folder = new TempFolder();

        CliResult result = await CliProcess.RunAsync(folder.Root, ["bench", "failover", "--client", "llmaspects", "--scenario", "S13", "--json", "card.json", "--markdown", "card.md"]);

        result.ShouldExitWith(0);
        result.Output.ShouldMatch(@"LlmAspects failover handler +1 +0 +0 +0 +[0-9.]+ +P");
        result.Error.ShouldContain("P S13 refusal by the content filter");
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Root, "card.json")));
        JsonElement client = json.RootElement.GetProperty("clients")[0];
        client.GetProperty("letters").GetString().ShouldBe("P");
        client.GetProperty("scenarios")[0].GetProperty("facts").GetProperty("outcome").GetString().ShouldBe("Error");
        (await File.ReadAllTextAsync(Path.Combine(folder.Root, "card.md"))).ShouldContain("| LlmAspects failover handler | 1 | 0 | 0 | 0 |");
    }

    [Fact]
    public async Task Peer_IsMeasuredAndNotJudged()
    {
        using var folder = new TempFolder();

        CliResult result = await CliProcess.RunAsync(folder.Root, ["bench", "failover", "--client", "openai", "--scenario", "S12"]);

        result.ShouldExitWith(0);
        result.Output.ShouldMatch(@"OpenAI SDK, built-in retries +0 +0 +1 +0 +[0-9.]+ +s");
    }

    [Fact]
    public async Task Help_NamesClientsProfilesAndTheExitCode()
    {
        using var folder = new TempFolder();

        CliResult result = await CliProcess.RunAsync(folder.Root, ["bench", "failover", "--help"]);

        result.ShouldExitWith(0);
        result.Output.ShouldContain("llmaspects, openai, extensions-ai, polly");
        result.Output.ShouldContain("fast (every time a tenth)");
        result.Output.ShouldContain("Exit code 1");
    }

    [Theory]
    [InlineData("--scenario", "S17", "There is no scenario 'S17'. They are S01 to S16.")]
    [InlineData("--client", "nobody", "nobody")]
    [InlineData("--profile", "slow", "slow")]
    public async Task WrongInput_SaysWhatIsWrong(string option, string value, string message)
    {
        using var folder = new TempFolder();

        CliResult result = await CliProcess.RunAsync(folder.Root, ["bench", "failover", option, value]);

        result.ShouldExitWith(2);
        result.Error.ShouldContain(message);
        result.Error.ShouldContain("'llmaspects bench failover --help'");
    }
}
