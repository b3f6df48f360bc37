using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>One condition on what was measured. Times are in seconds at full scale.</summary>
internal sealed record ScenarioCheck
{
    public required string Name { get; init; }

    public required CheckLevel Level { get; init; }

    public required ScenarioMetric Metric { get; init; }

    [JsonPropertyName("is")]
    public required CheckComparison Comparison { get; init; }

    /// <summary>What a number is compared with, unless <see cref="Other"/> says it.</summary>
    public double Value { get; init; }

    /// <summary>The metric that a number is compared with.</summary>
    public ScenarioMetric? Other { get; init; }

    /// <summary>The time after the first attempt that <see cref="ScenarioMetric.EarlyPrimaryAttempts"/> counts.</summary>
    public double Within { get; init; }

    /// <summary>Whether it is left out for a client without a backup model.</summary>
    public bool NeedsBackup { get; init; }
}
