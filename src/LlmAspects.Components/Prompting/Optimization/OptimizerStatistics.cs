namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What an optimizer did since it was created.</summary>
public sealed record OptimizerStatistics
{
    /// <summary>The queries that came.</summary>
    public required long Queries { get; init; }

    /// <summary>Those that were changed.</summary>
    public required long Changed { get; init; }

    /// <summary>Those that could not be read, for example because they are not English.</summary>
    public required long Abstained { get; init; }

    /// <summary>The changes by strategy; strategies never applied are left out.</summary>
    public required IReadOnlyDictionary<OptimizationStrategy, long> Applied { get; init; }

    /// <summary>The suggestions by strategy; strategies never suggested are left out.</summary>
    public required IReadOnlyDictionary<OptimizationStrategy, long> Suggested { get; init; }

    /// <summary>The reports of quality that were learned from.</summary>
    public required long Reports { get; init; }

    /// <summary>The mean quality of changed queries; <see langword="null"/> before the first report of one.</summary>
    public double? ChangedQuality { get; init; }

    /// <summary>The mean quality of queries that were left as they were; <see langword="null"/> before the first report of one.</summary>
    public double? UnchangedQuality { get; init; }

    /// <summary>The queries in the history, at most <see cref="QueryOptimizerOptions.MaxHistory"/>.</summary>
    public required int History { get; init; }

    /// <summary>The combinations of tenant, task, feature and strategy that were learned of.</summary>
    public required int Patterns { get; init; }
}
