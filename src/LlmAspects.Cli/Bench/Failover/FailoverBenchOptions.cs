namespace LlmAspects.Cli.Bench.Failover;

/// <summary>What the command line of <c>bench failover</c> said.</summary>
internal sealed record FailoverBenchOptions
{
    public BenchProfile Profile { get; init; }

    /// <summary>The client to measure; <see langword="null"/> for all.</summary>
    public string? Client { get; init; }

    /// <summary>The scenario to play; <see langword="null"/> for all.</summary>
    public string? Scenario { get; init; }

    /// <summary>The file that gets every figure; <see langword="null"/> for none.</summary>
    public string? Json { get; init; }

    /// <summary>The file that gets the scorecard; <see langword="null"/> for none.</summary>
    public string? Markdown { get; init; }
}
