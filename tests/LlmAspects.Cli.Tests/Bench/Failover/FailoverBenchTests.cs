using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.Bench.Failover.Clients;
using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.Tests.Bench.Failover;

public sealed class FailoverBenchTests
{
    // Limits that a busy machine keeps.
    private const double Scale = 0.5;

    private static readonly ScenarioSet Set = ScenarioSet.Load();

    // Scenarios without a limit in time that a slow machine could miss.
    public static TheoryData<string> UntimedScenarios => ["S03", "S04", "S05", "S08", "S10", "S12", "S13", "S14", "S16"];

    [Theory]
    [MemberData(nameof(UntimedScenarios))]
    public async Task OurClient_Passes(string scenario)
    {
        ScenarioResult result = await RunAsync(new LlmAspectsBenchClient(), scenario);

        result.Verdict.ShouldBe(Verdict.Pass, Scorecard.WhyNot(result));
        result.Facts.AliveAfter.ShouldBeTrue();
    }

    [Fact]
    public async Task ModelThatIsDownForEver_SeesNoMoreThanItsAttempts()
    {
        FailoverScenario allDown = Scenario("S04") with { Backup = Scenario("S04").Primary };

        ScenarioResult result = await RunAsync(new LlmAspectsBenchClient(), allDown);

        result.Verdict.ShouldBe(Verdict.Safe);
        result.Facts.PrimaryTimes.Count.ShouldBe(1 + BenchBudget.Retries);
        result.Facts.BackupAttempts.ShouldBe(1 + BenchBudget.Retries);
    }

    [Fact]
    public async Task OpenAISdk_RetriesByItselfAndReportsTheError()
    {
        ScenarioResult result = await RunAsync(new OpenAIBenchClient(), "S04");

        result.Verdict.ShouldBe(Verdict.Safe);
        result.Facts.PrimaryTimes.Count.ShouldBe(1 + BenchBudget.Retries);
        result.Facts.BackupAttempts.ShouldBe(0);
        result.Facts.AliveAfter.ShouldBeTrue();
    }

    [Theory]
    [InlineData("extensions-ai")]
    [InlineData("polly")]
    public async Task PeerWithABackup_FallsBackAndRoutesAroundTheFilter(string name)
    {
        IBenchClient peer = BenchClients.All.Single(client => client.Name == name);

        ScenarioResult overload = await RunAsync(peer, "S16");
        ScenarioResult filter = await RunAsync(peer, "S13");

        overload.Verdict.ShouldBe(Verdict.Pass, Scorecard.WhyNot(overload));
        overload.Facts.PrimaryTimes.Count.ShouldBe(1 + BenchBudget.Retries);
        overload.Facts.AliveAfter.ShouldBeTrue();
        filter.Verdict.ShouldBe(Verdict.Partial);
    }

    private static FailoverScenario Scenario(string id) => Set.Scenarios.Single(scenario => scenario.Id == id);

    private static Task<ScenarioResult> RunAsync(IBenchClient client, string scenario) => RunAsync(client, Scenario(scenario));

    private static async Task<ScenarioResult> RunAsync(IBenchClient client, FailoverScenario scenario)
    {
        await using WallServer wall = await WallServer.StartAsync(Set.Answer, TimeProvider.System);
        var runner = new ScenarioRunner(wall, Set, Scale, TimeProvider.System);
        await runner.WarmUpAsync(client, CancellationToken.None);
        return await runner.RunAsync(client, scenario, CancellationToken.None);
    }
}
