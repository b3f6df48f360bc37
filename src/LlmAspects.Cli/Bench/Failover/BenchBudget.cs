namespace LlmAspects.Cli.Bench.Failover;

/// <summary>What every client may spend, at full scale.</summary>
internal static class BenchBudget
{
    /// <summary>Repetitions on one model.</summary>
    public const int Retries = 2;

    /// <summary>The limit of a request, or of the silence between two events of a stream.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
}
