using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Cli.Tests.Bench.Failover;

public sealed class SeriesLogTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _time = new();
    private readonly WallStage _stage;
    private readonly SeriesLog _log;

    public SeriesLogTests()
    {
        _stage = new WallStage(ScenarioSet.Load().Scenarios.Single(scenario => scenario.Id == "S15"), new BenchTimes(1), _time);
        _log = new SeriesLog(_stage, Outage);
    }

    [Fact]
    public void RequestsInTheOutage_AreCountedByTheirStart()
    {
        Ask(0, 1, WallModels.Backup);
        Ask(59.9, 61, WallModels.Backup);
        Ask(62, 63, WallModels.Primary);

        ScenarioFacts facts = _log.ToFacts(isOver: false);

        facts.Outcome.ShouldBe(CallOutcome.Success);
        facts.Complete.ShouldBeTrue();
        facts.Series.ShouldBe(new SeriesFacts(Hangs: 0, SentInOutage: 2, ServedInOutage: 2, ReturnAfterOutage: 3, PrimaryAttemptsInOutage: 2));
    }

    [Fact]
    public void FailedRequest_IsNotServedAndGivesTheSeriesItsError()
    {
        Ask(0, 1, null, CallOutcome.Error);
        Ask(64, 65, WallModels.Backup);

        ScenarioFacts facts = _log.ToFacts(isOver: false);

        facts.Outcome.ShouldBe(CallOutcome.Error);
        facts.Error.ShouldBe("down");
        facts.Series.ShouldBe(new SeriesFacts(0, 1, 0, null, 1));
    }

    [Fact]
    public void HangingRequest_IsTheEndOfTheSeries()
    {
        Ask(0, 31, null, CallOutcome.Hang);
        Ask(64, 65, WallModels.Primary);

        ScenarioFacts facts = _log.ToFacts(isOver: false);

        facts.Outcome.ShouldBe(CallOutcome.Hang);
        facts.Series!.Hangs.ShouldBe(1);
    }

    [Fact]
    public void SeriesThatTookTooLong_Hangs()
    {
        Ask(0, 1, WallModels.Backup);

        _log.ToFacts(isOver: true).Outcome.ShouldBe(CallOutcome.Hang);
    }

    // Every request tries the first model once.
    private void Ask(double sent, double ended, string? servedBy, CallOutcome outcome = CallOutcome.Success)
    {
        _time.Advance(TimeSpan.FromSeconds(sent) - _stage.Elapsed);
        _stage.Admit(new WallRequest(WallModels.Primary, Streams: true, WantsUsage: true, PromptTokens: 7, Prefill: null));
        _time.Advance(TimeSpan.FromSeconds(ended) - _stage.Elapsed);
        bool isServed = outcome == CallOutcome.Success;
        _log.Add(TimeSpan.FromSeconds(sent), new CallResult(outcome, TimeSpan.Zero) { Model = servedBy, UsageSeen = isServed, Error = outcome == CallOutcome.Error ? "down" : null }, isServed);
    }
}
