namespace LlmAspects.Components.Chunking;

/// <summary>A heading in a text.</summary>
/// <param name="Start">The first code unit of its line.</param>
/// <param name="Path">The headings above it and it, outermost first.</param>
internal readonly record struct TextHeading(int Start, string? Path);
