namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What every version of a <see cref="LearnedFile"/> begins with.</summary>
internal sealed record LearnedFileHeader(string? Format, int? Version);
