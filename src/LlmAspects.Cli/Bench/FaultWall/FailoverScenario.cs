namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>One fault: what the two models play, and what is expected of a client. Times are in seconds at full scale.</summary>
internal sealed record FailoverScenario
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Note { get; init; }

    public required ScenarioGoal Goal { get; init; }

    /// <summary>A call that has not ended by then hangs.</summary>
    public required double Limit { get; init; }

    /// <summary>Whether the fast profile leaves its times as they are.</summary>
    public bool Unscaled { get; init; }

    /// <summary>How long the condition <see cref="WallCondition.Outage"/> holds.</summary>
    public double Outage { get; init; }

    /// <summary>Many requests instead of one; <see langword="null"/> for one.</summary>
    public RequestSeries? Series { get; init; }

    public required IReadOnlyList<WallRule> Primary { get; init; }

    public required IReadOnlyList<WallRule> Backup { get; init; }

    public required IReadOnlyList<ScenarioCheck> Checks { get; init; }
}
