namespace LlmAspects.Cli.Bench.Failover;

/// <summary>How long the times of the benchmark are.</summary>
internal enum BenchProfile
{
    /// <summary>Every time a tenth.</summary>
    Fast,

    /// <summary>Times as providers show them; minutes for each client.</summary>
    Full,
}
