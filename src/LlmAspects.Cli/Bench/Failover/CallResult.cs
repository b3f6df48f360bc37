namespace LlmAspects.Cli.Bench.Failover;

/// <summary>What a caller got.</summary>
/// <param name="Outcome">How the call ended.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record CallResult(CallOutcome Outcome, TimeSpan Elapsed)
{
    public string Text { get; init; } = "";

    /// <summary>The model that the response names.</summary>
    public string? Model { get; init; }

    public bool UsageSeen { get; init; }

    /// <summary>The error in a line; <see langword="null"/> when there was none.</summary>
    public string? Error { get; init; }
}
