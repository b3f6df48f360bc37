using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>Plays scenarios for one client on a wall, one at a time.</summary>
internal sealed class ScenarioRunner(WallServer wall, ScenarioSet set, double scale, TimeProvider time)
{
    // At full scale.
    private const double Grace = 1;
    private const double ProbeLimit = 10;
    private const double WarmUpLimit = 60;

    private readonly BenchCall _call = new(set.Prompt, time);

    /// <summary>Calls a client while nothing fails, so that no scenario measures how code is loaded.</summary>
    public async Task WarmUpAsync(IBenchClient bench, CancellationToken cancellationToken)
    {
        using IChatClient client = bench.Open(wall.Endpoint, new BenchTimes(1), time);
        await _call.StreamAsync(client, TimeSpan.FromSeconds(WarmUpLimit), cancellationToken).ConfigureAwait(false);
        await _call.ProbeAsync(client, TimeSpan.FromSeconds(WarmUpLimit), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plays a scenario for a client that is opened for it.</summary>
    public async Task<ScenarioResult> RunAsync(IBenchClient bench, FailoverScenario scenario, CancellationToken cancellationToken)
    {
        var times = new BenchTimes(scenario.Unscaled ? 1 : scale);
        using IChatClient client = bench.Open(wall.Endpoint, times, time);
        WallStage stage = wall.Begin(scenario, times);
        ScenarioFacts facts = scenario.Series is { } series
            ? await RunSeriesAsync(client, scenario, series, stage, cancellationToken).ConfigureAwait(false)
            : await RunOnceAsync(client, times.Of(scenario.Limit + Grace), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<WallAttempt> attempts = stage.Attempts;
        CallResult probe = await _call.ProbeAsync(client, times.Of(ProbeLimit), cancellationToken).ConfigureAwait(false);
        return VerdictRules.Judge(scenario, AddLog(facts, attempts) with { AliveAfter = IsComplete(probe) }, times, bench.HasBackup);
    }

    private async Task<ScenarioFacts> RunOnceAsync(IChatClient client, TimeSpan limit, CancellationToken cancellationToken)
    {
        CallResult result = await _call.StreamAsync(client, limit, cancellationToken).ConfigureAwait(false);
        return new ScenarioFacts
        {
            Outcome = result.Outcome,
            Complete = IsComplete(result),
            WallTime = result.Elapsed.TotalSeconds,
            ReportedModel = result.Model,
            UsageSeen = result.UsageSeen,
            Error = result.Error,
        };
    }

    private async Task<ScenarioFacts> RunSeriesAsync(IChatClient client, FailoverScenario scenario, RequestSeries series, WallStage stage, CancellationToken cancellationToken)
    {
        var log = new SeriesLog(stage, stage.Times.Of(scenario.Outage));
        TimeSpan end = stage.Times.Of(scenario.Limit + Grace);
        for (int i = 0; i < series.Requests && stage.Elapsed < end; i++)
        {
            TimeSpan wait = stage.Times.Of(series.Every * i) - stage.Elapsed;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken).ConfigureAwait(false);
            TimeSpan sent = stage.Elapsed;
            CallResult result = await _call.StreamAsync(client, stage.Times.Of(series.Limit + Grace), cancellationToken).ConfigureAwait(false);
            log.Add(sent, result, IsComplete(result));
        }

        return log.ToFacts(isOver: stage.Elapsed >= end);
    }

    private bool IsComplete(CallResult result) => result.Outcome == CallOutcome.Success && WallText.Collapse(result.Text) == set.Answer;

    private static ScenarioFacts AddLog(ScenarioFacts facts, IReadOnlyList<WallAttempt> attempts)
    {
        WallAttempt[] primary = [.. attempts.Where(attempt => attempt.Model == WallModels.Primary)];
        return facts with
        {
            PrimaryTimes = [.. primary.Select(attempt => attempt.At.TotalSeconds)],
            PromptSizes = [.. primary.Select(attempt => attempt.PromptTokens)],
            BackupAttempts = attempts.Count - primary.Length,
            PrefillErrorShown = facts.Outcome == CallOutcome.Error && attempts.Any(attempt => attempt.RefusedPrefill),
        };
    }
}
