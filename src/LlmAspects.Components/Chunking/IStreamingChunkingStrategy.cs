namespace LlmAspects.Components.Chunking;

/// <summary>A strategy that can cut a text while it arrives, with the same result as when it is there as a whole. Thread-safe.</summary>
public interface IStreamingChunkingStrategy : IChunkingStrategy
{
    /// <summary>Cuts a text that arrives bit by bit. Memory is bounded by the cap, not by the text.</summary>
    /// <param name="text">The parts of the text in order; where one ends has no influence. A part is not looked at after the next one was asked for.</param>
    /// <param name="options">Caps and overlap.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pieces in order, each as soon as it is certain; offsets are those in the whole text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cap or the overlap is out of range.</exception>
    /// <exception cref="LlmChunkingException">The text has more than 2,147,483,647 code units.</exception>
    IAsyncEnumerable<StreamedChunk> SplitAsync(IAsyncEnumerable<ReadOnlyMemory<char>> text, ChunkingOptions options, CancellationToken cancellationToken = default);
}
