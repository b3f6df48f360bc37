namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>One pattern of a <see cref="LearnedFile"/>.</summary>
internal sealed record LearnedFilePattern(LlmTask Task, QueryFeature Feature, OptimizationStrategy Strategy, LearnedFileReports Changed, LearnedFileReports Unchanged);
