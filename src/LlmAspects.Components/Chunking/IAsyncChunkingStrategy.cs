namespace LlmAspects.Components.Chunking;

/// <summary>Like <see cref="IChunkingStrategy"/>, with a model that is asked. Thread-safe.</summary>
public interface IAsyncChunkingStrategy
{
    /// <summary>The name of the strategy, for example <c>embedding</c>.</summary>
    string Name { get; }

    /// <summary>Cuts a text into pieces that cover it without a gap, in order, none longer than the caps.</summary>
    /// <param name="text">The text; offsets of the result point into it.</param>
    /// <param name="options">Caps and overlap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The pieces in order; empty for an empty text.</returns>
    ValueTask<IReadOnlyList<TextChunk>> SplitAsync(ReadOnlyMemory<char> text, ChunkingOptions options, CancellationToken cancellationToken = default);
}
