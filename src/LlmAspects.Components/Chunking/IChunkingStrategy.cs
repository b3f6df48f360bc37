namespace LlmAspects.Components.Chunking;

/// <summary>Cuts a text into pieces that cover it without a gap, in order, none longer than the caps. Thread-safe.</summary>
public interface IChunkingStrategy
{
    /// <summary>The name of the strategy, for example <c>recursive</c>.</summary>
    string Name { get; }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text; offsets of the result point into it.</param>
    /// <param name="options">Caps and overlap.</param>
    /// <returns>The pieces in order; empty for an empty text.</returns>
    IReadOnlyList<TextChunk> Split(ReadOnlyMemory<char> text, ChunkingOptions options);
}
