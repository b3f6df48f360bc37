namespace LlmAspects.Cli.Bench.Failover;

/// <summary>How a call ended.</summary>
internal enum CallOutcome
{
    Success,
    Error,

    /// <summary>It did not end within its limit.</summary>
    Hang,
}
