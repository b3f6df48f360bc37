using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.Tests.Bench.Failover;

public sealed class VerdictRulesTests
{
    private static readonly ScenarioFacts Whole = new() { Outcome = CallOutcome.Success, Complete = true };

    [Theory]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Success, true, null, Verdict.Pass)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Success, true, CheckLevel.Informational, Verdict.Pass)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Success, true, CheckLevel.Advisory, Verdict.Partial)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Success, true, CheckLevel.Required, Verdict.Fail)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Success, false, null, Verdict.Fail)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Hang, false, null, Verdict.Fail)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Error, false, null, Verdict.Safe)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Error, false, CheckLevel.Advisory, Verdict.Safe)]
    [InlineData(ScenarioGoal.Answer, CallOutcome.Error, false, CheckLevel.Required, Verdict.Fail)]
    [InlineData(ScenarioGoal.Error, CallOutcome.Error, false, null, Verdict.Pass)]
    [InlineData(ScenarioGoal.Error, CallOutcome.Error, false, CheckLevel.Advisory, Verdict.Partial)]
    [InlineData(ScenarioGoal.Error, CallOutcome.Error, false, CheckLevel.Required, Verdict.Fail)]
    [InlineData(ScenarioGoal.Error, CallOutcome.Success, true, null, Verdict.Partial)]
    [InlineData(ScenarioGoal.Error, CallOutcome.Success, false, null, Verdict.Partial)]
    [InlineData(ScenarioGoal.Error, CallOutcome.Success, true, CheckLevel.Required, Verdict.Fail)]
    [InlineData(ScenarioGoal.Error, CallOutcome.Hang, false, null, Verdict.Fail)]
    internal void EndAndMissedCheck_GiveTheVerdict(ScenarioGoal goal, CallOutcome outcome, bool complete, CheckLevel? missed, Verdict verdict)
    {
        ScenarioCheck[] checks = missed is { } level
            ? [new ScenarioCheck { Name = "missed", Level = level, Metric = ScenarioMetric.PrimaryAttempts, Comparison = CheckComparison.AtLeast, Value = 1 }]
            : [];
        var facts = new ScenarioFacts { Outcome = outcome, Complete = complete };

        Judge(facts, goal, checks).Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData(1.79, false)]
    [InlineData(1.8, true)]
    internal void FirstGap_IsTheTimeBetweenTheFirstTwoTries(double gap, bool holds) =>
        Holds(ScenarioMetric.FirstGap, CheckComparison.AtLeast, Whole with { PrimaryTimes = [0, gap, 9] }, 1.8).ShouldBe(holds);

    [Fact]
    public void FirstGapWithoutASecondTry_IsNotMet() =>
        Holds(ScenarioMetric.FirstGap, CheckComparison.AtLeast, Whole with { PrimaryTimes = [0] }, 0).ShouldBe(false);

    [Fact]
    public void EarlyAttempts_AreCountedFromTheFirstOneInTheScaledWindow()
    {
        var check = new ScenarioCheck { Name = "", Level = CheckLevel.Required, Metric = ScenarioMetric.EarlyPrimaryAttempts, Comparison = CheckComparison.EqualTo, Value = 2, Within = 3 };
        ScenarioFacts facts = Whole with { PrimaryTimes = [0, 0.3, 0.31] };

        CheckRules.Holds(check, facts, new BenchTimes(0.1), hasBackup: true).ShouldBe(true);
        CheckRules.Holds(check, facts, new BenchTimes(1), hasBackup: true).ShouldBe(false);
        CheckRules.Holds(check with { Value = 0 }, Whole, new BenchTimes(1), hasBackup: true).ShouldBe(true);
    }

    [Theory]
    [InlineData(1, 15, true)]
    [InlineData(1, 15.1, false)]
    [InlineData(0.1, 1.5, true)]
    [InlineData(0.1, 1.51, false)]
    internal void LimitOfATime_IsScaled(double scale, double measured, bool holds)
    {
        var check = new ScenarioCheck { Name = "", Level = CheckLevel.Required, Metric = ScenarioMetric.WallTime, Comparison = CheckComparison.AtMost, Value = 15 };

        CheckRules.Holds(check, Whole with { WallTime = measured }, new BenchTimes(scale), hasBackup: true).ShouldBe(holds);
    }

    [Theory]
    [InlineData(new[] { 10 }, true)]
    [InlineData(new[] { 10, 9, 3 }, true)]
    [InlineData(new[] { 10, 10 }, false)]
    [InlineData(new[] { 10, 9, 9 }, false)]
    internal void PromptSizes_MustShrinkEachTime(int[] sizes, bool holds) =>
        Holds(ScenarioMetric.PromptSizes, CheckComparison.Shrinking, Whole with { PromptSizes = sizes }).ShouldBe(holds);

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1, null, false)]
    [InlineData(1, WallModels.Primary, false)]
    [InlineData(1, $"provider/{WallModels.Backup}", true)]
    internal void ReportedModel_IsJudgedWhenTheBackupWasCalled(int calls, string? reported, bool? holds) =>
        Holds(ScenarioMetric.ReportedModel, CheckComparison.Backup, Whole with { BackupAttempts = calls, ReportedModel = reported }).ShouldBe(holds);

    [Fact]
    public void CheckThatNeedsABackup_IsLeftOutWithoutOne()
    {
        var check = new ScenarioCheck { Name = "", Level = CheckLevel.Required, Metric = ScenarioMetric.UsageSeen, Comparison = CheckComparison.True, NeedsBackup = true };

        CheckRules.Holds(check, Whole, new BenchTimes(1), hasBackup: false).ShouldBeNull();
        CheckRules.Holds(check, Whole, new BenchTimes(1), hasBackup: true).ShouldBe(false);
    }

    [Fact]
    public void ReturnAfterAnOutage_IsNotMetWithoutOne()
    {
        Holds(ScenarioMetric.ReturnAfterOutage, CheckComparison.AtMost, Whole with { Series = new SeriesFacts(0, 15, 15, null, 4) }, 30).ShouldBe(false);
        Holds(ScenarioMetric.ReturnAfterOutage, CheckComparison.AtMost, Whole with { Series = new SeriesFacts(0, 15, 15, 8, 4) }, 30).ShouldBe(true);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(14, false)]
    internal void ServedInOutage_IsComparedWithWhatWasSent(int served, bool holds)
    {
        var check = new ScenarioCheck { Name = "", Level = CheckLevel.Required, Metric = ScenarioMetric.ServedInOutage, Comparison = CheckComparison.EqualTo, Other = ScenarioMetric.SentInOutage };

        CheckRules.Holds(check, Whole with { Series = new SeriesFacts(0, 15, served, null, 4) }, new BenchTimes(1), hasBackup: true).ShouldBe(holds);
    }

    [Fact]
    public void EveryCheckOfTheScenarios_CanBeJudged()
    {
        ScenarioFacts facts = Whole with { Series = new SeriesFacts(0, 1, 1, 1, 1) };

        foreach (FailoverScenario scenario in ScenarioSet.Load().Scenarios)
        {
            Should.NotThrow(() => VerdictRules.Judge(scenario, facts, new BenchTimes(1), hasBackup: true), scenario.Id);
        }
    }

    [Fact]
    public void MissedChecks_AreNamedWithTheirWeight()
    {
        ScenarioResult result = Judge(
            Whole,
            ScenarioGoal.Answer,
            [
                new ScenarioCheck { Name = "first", Level = CheckLevel.Advisory, Metric = ScenarioMetric.UsageSeen, Comparison = CheckComparison.True },
                new ScenarioCheck { Name = "second", Level = CheckLevel.Required, Metric = ScenarioMetric.Complete, Comparison = CheckComparison.True },
                new ScenarioCheck { Name = "third", Level = CheckLevel.Required, Metric = ScenarioMetric.AliveAfter, Comparison = CheckComparison.True },
            ]);

        result.Missed.ShouldBe(["first (advisory)", "third"]);
    }

    private static bool? Holds(ScenarioMetric metric, CheckComparison comparison, ScenarioFacts facts, double value = 0) => CheckRules.Holds(
        new ScenarioCheck { Name = "", Level = CheckLevel.Required, Metric = metric, Comparison = comparison, Value = value },
        facts,
        new BenchTimes(1),
        hasBackup: true);

    private static ScenarioResult Judge(ScenarioFacts facts, ScenarioGoal goal, ScenarioCheck[] checks) => VerdictRules.Judge(
        new FailoverScenario { Id = "S00", Title = "", Note = "", Goal = goal, Limit = 1, Primary = [], Backup = [], Checks = checks },
        facts,
        new BenchTimes(1),
        hasBackup: true);
}
