using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>What measurements say of a client. Pure.</summary>
internal static class VerdictRules
{
    public static ScenarioResult Judge(FailoverScenario scenario, ScenarioFacts facts, BenchTimes times, bool hasBackup)
    {
        ScenarioCheck[] missed = [.. scenario.Checks.Where(check => CheckRules.Holds(check, facts, times, hasBackup) == false)];
        return new ScenarioResult(scenario.Id, scenario.Title, Judge(scenario.Goal, facts, missed), facts)
        {
            Missed = [.. missed.Select(check => check.Level == CheckLevel.Required ? check.Name : $"{check.Name} ({NameOf(check.Level)})")],
        };
    }

    private static Verdict Judge(ScenarioGoal goal, ScenarioFacts facts, ScenarioCheck[] missed)
    {
        bool isAnswerDue = goal == ScenarioGoal.Answer;
        if (facts.Outcome == CallOutcome.Hang || (isAnswerDue && facts.TruncatedSuccess) || missed.Any(check => check.Level == CheckLevel.Required))
        {
            return Verdict.Fail;
        }

        bool isAnswered = facts.Outcome == CallOutcome.Success;
        if (isAnswerDue && !isAnswered)
        {
            return Verdict.Safe;
        }

        return isAnswered == isAnswerDue && !missed.Any(check => check.Level == CheckLevel.Advisory) ? Verdict.Pass : Verdict.Partial;
    }

    private static string NameOf(CheckLevel level) => level == CheckLevel.Advisory ? "advisory" : "informational";
}
