namespace LlmAspects.Cli.Bench.Failover;

/// <summary>What was measured of a client in a scenario. Times are in seconds.</summary>
internal sealed record ScenarioFacts
{
    public required CallOutcome Outcome { get; init; }

    /// <summary>Whether the text is the answer, white space apart.</summary>
    public bool Complete { get; init; }

    public bool TruncatedSuccess => Outcome == CallOutcome.Success && !Complete;

    public double WallTime { get; init; }

    public string? ReportedModel { get; init; }

    public bool UsageSeen { get; init; }

    public bool AliveAfter { get; init; }

    /// <summary>When the first model was called, since the scenario began.</summary>
    public IReadOnlyList<double> PrimaryTimes { get; init; } = [];

    /// <summary>The sizes of the prompts that the first model saw.</summary>
    public IReadOnlyList<int> PromptSizes { get; init; } = [];

    public int BackupAttempts { get; init; }

    public bool PrefillErrorShown { get; init; }

    /// <summary>The error that the caller saw; <see langword="null"/> when there was none.</summary>
    public string? Error { get; init; }

    public SeriesFacts? Series { get; init; }
}
