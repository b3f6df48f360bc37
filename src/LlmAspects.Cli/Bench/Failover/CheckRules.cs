using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>Whether a check holds. Pure.</summary>
internal static class CheckRules
{
    /// <summary>Judges a check.</summary>
    /// <param name="check">The check, with times at full scale.</param>
    /// <param name="facts">What was measured.</param>
    /// <param name="times">The scale of the measured times.</param>
    /// <param name="hasBackup">Whether the client has a second model.</param>
    /// <returns><see langword="null"/> when it is not judged.</returns>
    public static bool? Holds(ScenarioCheck check, ScenarioFacts facts, BenchTimes times, bool hasBackup)
    {
        if (check.NeedsBackup && !hasBackup)
        {
            return null;
        }

        return check.Comparison switch
        {
            CheckComparison.True => IsTrue(check.Metric, facts),
            CheckComparison.False => !IsTrue(check.Metric, facts),
            CheckComparison.Shrinking => facts.PromptSizes.Zip(facts.PromptSizes.Skip(1)).All(pair => pair.Second < pair.First),
            CheckComparison.Backup => facts.BackupAttempts == 0 ? null : facts.ReportedModel?.Contains(WallModels.Backup, StringComparison.Ordinal) == true,
            _ => Compare(check, facts, times),
        };
    }

    // A number that could not be measured meets no check.
    private static bool Compare(ScenarioCheck check, ScenarioFacts facts, BenchTimes times)
    {
        double? bound = check.Other is { } other ? NumberOf(other, check, facts, times) : IsTime(check.Metric) ? times.Of(check.Value).TotalSeconds : check.Value;
        double? measured = NumberOf(check.Metric, check, facts, times);
        return check.Comparison switch
        {
            CheckComparison.AtLeast => measured >= bound,
            CheckComparison.AtMost => measured <= bound,
            _ => measured is not null && measured == bound,
        };
    }

    private static bool IsTime(ScenarioMetric metric) => metric is ScenarioMetric.WallTime or ScenarioMetric.FirstGap or ScenarioMetric.ReturnAfterOutage;

    private static bool IsTrue(ScenarioMetric metric, ScenarioFacts facts) => metric switch
    {
        ScenarioMetric.Hang => facts.Outcome == CallOutcome.Hang,
        ScenarioMetric.Complete => facts.Complete,
        ScenarioMetric.TruncatedSuccess => facts.TruncatedSuccess,
        ScenarioMetric.UsageSeen => facts.UsageSeen,
        ScenarioMetric.AliveAfter => facts.AliveAfter,
        ScenarioMetric.PrefillErrorShown => facts.PrefillErrorShown,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is neither true nor false."),
    };

    private static double? NumberOf(ScenarioMetric metric, ScenarioCheck check, ScenarioFacts facts, BenchTimes times) => metric switch
    {
        ScenarioMetric.WallTime => facts.WallTime,
        ScenarioMetric.PrimaryAttempts => facts.PrimaryTimes.Count,
        ScenarioMetric.BackupAttempts => facts.BackupAttempts,
        ScenarioMetric.FirstGap => facts.PrimaryTimes is [var first, var second, ..] ? second - first : null,
        ScenarioMetric.EarlyPrimaryAttempts => facts.PrimaryTimes.Count(at => at - facts.PrimaryTimes[0] <= times.Of(check.Within).TotalSeconds),
        ScenarioMetric.SeriesHangs => facts.Series?.Hangs,
        ScenarioMetric.SentInOutage => facts.Series?.SentInOutage,
        ScenarioMetric.ServedInOutage => facts.Series?.ServedInOutage,
        ScenarioMetric.ReturnAfterOutage => facts.Series?.ReturnAfterOutage,
        ScenarioMetric.PrimaryAttemptsInOutage => facts.Series?.PrimaryAttemptsInOutage,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is no number."),
    };
}
