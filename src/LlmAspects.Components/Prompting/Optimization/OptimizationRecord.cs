namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>One query in the history of an optimizer. Holds no content.</summary>
/// <param name="At">When it came.</param>
/// <param name="Tenant">Whose it was.</param>
/// <param name="Task">What it was taken for.</param>
/// <param name="Length">The code units of the original.</param>
/// <param name="Applied">The strategies that changed it.</param>
/// <param name="Suggested">The strategies that could have.</param>
public sealed record OptimizationRecord(
    DateTimeOffset At, string Tenant, LlmTask Task, int Length, IReadOnlyList<OptimizationStrategy> Applied, IReadOnlyList<OptimizationStrategy> Suggested);
