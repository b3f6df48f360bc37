namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>How a metric is looked at.</summary>
internal enum CheckComparison
{
    AtLeast,
    AtMost,
    EqualTo,
    True,
    False,

    /// <summary>Each number is smaller than the one before; a single one is.</summary>
    Shrinking,

    /// <summary>The text names the backup model; not judged when that was not called.</summary>
    Backup,
}
