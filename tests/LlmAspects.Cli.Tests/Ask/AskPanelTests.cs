using System.Text.Json;
using LlmAspects.Testing;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class AskPanelTests : IDisposable
{
    private const string Question = "Who approves refunds above 100 euros?";
    private const string Prices = """
        { "version": 1, "currency": "USD", "models": {
          "alpha": [ { "from": "2020-01-01", "standard": { "input": 1, "output": 10 } } ],
          "beta": [ { "from": "2020-01-01", "standard": { "input": 2, "output": 20 } } ],
          "gamma": [ { "from": "2020-01-01", "standard": { "input": 3, "output": 30 } } ] } }
        """;

    private readonly TempFolder _folder = new();

    public AskPanelTests() => _folder.Write("docs/handbook.md", "# Handbook\n\nRefunds above 100 euros are approved by the finance lead.\nThe office in Lisbon opens at nine.\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EnsembleOffline_ShowsTheThreeEmbeddedMembersAndSaysThatTheyErrTogether()
    {
        CliResult result = (await CliProcess.RunAsync(_folder.Root, ["ask", Question, "--docs", "docs", "--strategy", "ensemble", "--report", "out"])).ShouldExitWith(0);

        result.Output.ShouldSatisfyAllConditions(
            output => output.ShouldContain("finance lead. [1]"),
            output => output.ShouldMatch(@"llmaspects-extractive +answered +1 +\d+\.\d\d +group 1 +1\.00 +[\d.]+ ms +local"),
            output => output.ShouldMatch(@"llmaspects-extractive-centrality +answered +1 "),
            output => output.ShouldMatch(@"llmaspects-extractive-coverage +answered +1 "),
            output => output.ShouldMatch(@"Confidence: [01]\.\d\d \(not calibrated: fewer than 50 outcomes are known\)"),
            output => output.ShouldContain("err together"),
            output => output.ShouldContain("Cost: local"));
        JsonElement panel = Report().GetProperty("questions")[0].GetProperty("panel");
        panel.GetProperty("members").GetArrayLength().ShouldBe(3);
        panel.GetProperty("isCalibrated").GetBoolean().ShouldBeFalse();
        Report().GetProperty("panel").EnumerateArray().Select(model => model.GetProperty("provider").GetString()).ShouldBe(["local", "local", "local"]);
        (await File.ReadAllTextAsync(_folder["out/report.md"])).ShouldContain("| Member | State | Weight |");
    }

    [FactWithAimock]
    public async Task EnsembleOfThreeEndpoints_ShowsContributionsWeightsConfidenceAndCost()
    {
        _folder.Write("prices.json", Prices);
        await using AimockServer server = await StartAsync();

        CliResult result = (await AskAsync(server, "openai/alpha=0.5,openai/beta=0.3,openai/gamma=0.2", "--prices", "prices.json", "--report", "out", "--strategy", "ensemble")).ShouldExitWith(0);

        result.Output.ShouldSatisfyAllConditions(
            output => output.ShouldContain($"Model: gamma at {server.Address}/v1"),
            output => output.ShouldContain("Refunds above 100 euros are approved by the finance lead [1]."),
            output => output.ShouldMatch(@"alpha +answered +0\.5 +\d+\.\d\d +group (\d) .* ms +\$0\.000200\s+beta +answered +0\.3 +\d+\.\d\d +group \1 .* ms +\$0\.000400\s"),
            output => output.ShouldMatch(@"gamma +answered +0\.2 +\d+\.\d\d +group \d .* ms +\$0\.000600\s"),
            output => output.ShouldMatch(@"Confidence: 0\.\d\d \(not calibrated"),
            output => output.ShouldContain("Cost: $0.001200"));
        JsonElement[] members = [.. Report().GetProperty("questions")[0].GetProperty("panel").GetProperty("members").EnumerateArray()];
        members[0].GetProperty("group").GetInt32().ShouldBe(members[1].GetProperty("group").GetInt32());
        members[2].GetProperty("group").GetInt32().ShouldNotBe(members[0].GetProperty("group").GetInt32());
        members.Select(member => member.GetProperty("weight").GetDouble()).ShouldBe([0.5, 0.3, 0.2]);
        (await server.GetAskedModelsAsync()).Order(StringComparer.Ordinal).ShouldBe(["alpha", "beta", "gamma"]);
    }

    [Theory]
    [InlineData(Question, "llmaspects-extractive ", "- ")]
    [InlineData(
        "Who approves refunds above 100 euros if b = 1, c = 2, d = 3, f = 4, g = 5, h = 6, j = 7, k = 8, l = 9, m = 10, n = 11, p = 12, q = 13, r = 14, s = 15, and not t, v or w, and never x without z?",
        "llmaspects-extractive",
        @"\d\.\d\d ")]
    public async Task Adaptive_AsksThePanelOnlyWhatIsComplex(string question, string model, string confidence)
    {
        CliResult result = (await CliProcess.RunAsync(
            _folder.Root,
            ["ask", question, "--docs", "docs", "--strategy", "adaptive", "--ensemble", "local,llmaspects-extractive-centrality,llmaspects-extractive-coverage"])).ShouldExitWith(0);

        result.Output.ShouldMatch($@"answer +succeeded +{model}[a-z-]* +[\d.-]+ +{confidence}");
    }

    [FactWithAimock]
    public async Task KnownOutcomes_CalibrateTheConfidenceAndWeighTheMembers()
    {
        // Of 60 questions alpha has nine in ten right, beta every other one, gamma none; a model that is no member is passed over.
        _folder.Write("outcomes.jsonl", string.Join('\n', Enumerable.Range(0, 60).Select(number =>
            $$$"""{"gold":"{{{number}}}","answers":{"alpha":"{{{(number % 10 == 0 ? 1000 : number)}}}","beta":"{{{(number % 2 == 0 ? 2000 : number)}}}","gamma":"3000","delta":"4000"}}""")));
        await using AimockServer server = await StartAsync();

        CliResult result = (await AskAsync(server, "openai/alpha,openai/beta,openai/gamma", "--outcomes", "outcomes.jsonl", "--report", "out")).ShouldExitWith(0);

        result.Output.ShouldMatch(@"Confidence: [01]\.\d\d \(calibrated\)");
        JsonElement panel = Report().GetProperty("questions")[0].GetProperty("panel");
        panel.GetProperty("isCalibrated").GetBoolean().ShouldBeTrue();
        double[] votes = [.. panel.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("vote").GetDouble())];
        votes[0].ShouldBeGreaterThan(votes[1]);
        votes[1].ShouldBeGreaterThan(votes[2]);
    }

    [Fact]
    public async Task OutcomesOfOtherModels_AreRefusedBeforeAnybodyIsAsked()
    {
        _folder.Write("outcomes.jsonl", """{"gold":"1","answers":{"local-1":"1","local-2":"1","local-3":"1"}}""");

        CliResult result = (await CliProcess.RunAsync(_folder.Root, ["ask", Question, "--docs", "docs", "--strategy", "ensemble", "--outcomes", "outcomes.jsonl"])).ShouldExitWith(ExitCodes.Usage);

        result.Error.ShouldContain("those of llmaspects-extractive, llmaspects-extractive-centrality, llmaspects-extractive-coverage are missing");
    }

    [FactWithAimock]
    public async Task MemberThatFails_IsNamedWhileTheOthersAnswer()
    {
        await using AimockServer server = await AimockServer.StartAsync(
            new AimockRule("refunds", "broken") { Model = "gamma", Status = 400 },
            new AimockRule("refunds", "The finance lead approves them [1]."));

        CliResult result = (await AskAsync(server, "openai/alpha,openai/gamma")).ShouldExitWith(0);

        result.Output.ShouldMatch(@"alpha +answered ");
        result.Output.ShouldMatch(@"gamma +failed: InvalidInput +1 +0\.00 +- ");
        result.Output.ShouldContain("The finance lead approves them [1].");
    }

    [FactWithAimock]
    public async Task EveryMemberFails_NamesThemAndExitsWithFailure()
    {
        await using AimockServer server = await AimockServer.StartAsync(new AimockRule("refunds", "broken") { Status = 400 });

        CliResult result = (await AskAsync(server, "openai/alpha,openai/beta")).ShouldExitWith(ExitCodes.Failure);

        result.Error.ShouldContain("No member answered (alpha: InvalidInput; beta: InvalidInput)");
    }

    private static Task<AimockServer> StartAsync() => AimockServer.StartAsync(
        new AimockRule("refunds", "Nobody does, the shop in Porto keeps every coin.") { Model = "gamma", Usage = (100, 10) },
        new AimockRule("refunds", "Refunds above 100 euros are approved by the finance lead [1].") { Usage = (100, 10) });

    private Task<CliResult> AskAsync(AimockServer server, string members, params string[] more) =>
        CliProcess.RunAsync(_folder.Root, ["ask", Question, "--docs", "docs", "--ensemble", members, .. more], ("OPENAI_BASE_URL", server.Address + "/v1"), ("OPENAI_API_KEY", "test-key"));

    private JsonElement Report() => JsonDocument.Parse(File.ReadAllText(_folder["out/report.json"])).RootElement;
}
