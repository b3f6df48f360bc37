namespace LlmAspects.Reports;

/// <summary>What a component tells a report beside its operations and errors.</summary>
public sealed record ReportFacts
{
    /// <summary>Tokens and cost by model. The default is none.</summary>
    public IReadOnlyList<ModelUsage> Models { get; init; } = [];

    /// <summary>The state of its caches. The default is none.</summary>
    public IReadOnlyList<CacheStatus> Caches { get; init; } = [];

    /// <summary>The state of its circuit breakers. The default is none.</summary>
    public IReadOnlyList<CircuitStatus> Circuits { get; init; } = [];
}
