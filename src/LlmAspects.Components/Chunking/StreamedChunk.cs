namespace LlmAspects.Components.Chunking;

/// <summary>A piece of a text that nobody holds as a whole.</summary>
/// <param name="Chunk">Where the piece is in the text.</param>
/// <param name="Text">What it says.</param>
public readonly record struct StreamedChunk(TextChunk Chunk, string Text);
