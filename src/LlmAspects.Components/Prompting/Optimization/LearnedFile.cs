namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What was learned of a tenant, as it is written.</summary>
internal sealed record LearnedFile(string Format, int Version, DateTimeOffset ExportedAt, IReadOnlyList<LearnedFilePattern?> Patterns);
