namespace LlmAspects.Components.Chunking;

/// <summary>A part of a text under one heading.</summary>
/// <param name="Start">Its first code unit.</param>
/// <param name="HeaderPath">The headings above and of it, outermost first.</param>
internal readonly record struct TextSection(int Start, string? HeaderPath);
