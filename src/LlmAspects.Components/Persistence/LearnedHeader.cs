namespace LlmAspects.Components.Persistence;

/// <summary>What every version of what a component learned begins with.</summary>
internal sealed record LearnedHeader(string? Format, int? Version);
