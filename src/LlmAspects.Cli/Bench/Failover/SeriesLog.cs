using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>The requests of a series and what came of them.</summary>
internal sealed class SeriesLog(WallStage stage, TimeSpan outage)
{
    private readonly List<(TimeSpan Sent, TimeSpan Ended, CallResult Result, bool Complete)> _requests = [];

    /// <summary>Takes note of a request that has just ended.</summary>
    public void Add(TimeSpan sent, CallResult result, bool complete) => _requests.Add((sent, stage.Elapsed, result, complete));

    /// <summary>Joins the requests: the worst end is the end of the series.</summary>
    /// <param name="isOver">Whether the series took longer than it may.</param>
    public ScenarioFacts ToFacts(bool isOver)
    {
        CallOutcome worst = _requests.Max(request => request.Result.Outcome);
        return new ScenarioFacts
        {
            Outcome = isOver ? CallOutcome.Hang : worst,
            Complete = _requests.TrueForAll(request => request.Complete),
            WallTime = stage.Elapsed.TotalSeconds,
            ReportedModel = _requests[^1].Result.Model,
            UsageSeen = _requests.TrueForAll(request => request.Result.UsageSeen),
            Error = _requests.Find(request => request.Result.Error is not null).Result?.Error,
            Series = new SeriesFacts(
                _requests.Count(request => request.Result.Outcome == CallOutcome.Hang),
                _requests.Count(request => request.Sent < outage),
                _requests.Count(request => request.Sent < outage && request.Complete),
                ReturnAfterOutage(),
                stage.Attempts.Count(attempt => attempt.Model == WallModels.Primary && attempt.At < outage)),
        };
    }

    private double? ReturnAfterOutage() => _requests
        .Where(request => request.Ended >= outage && request.Complete && request.Result.Model == WallModels.Primary)
        .Select(request => (double?)(request.Ended - outage).TotalSeconds)
        .FirstOrDefault();
}
