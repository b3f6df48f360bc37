namespace LlmAspects.Components.Chunking;

/// <summary>A piece of a source text: <c>source[Start..End]</c>.</summary>
/// <param name="Start">The first UTF-16 code unit.</param>
/// <param name="Length">The number of UTF-16 code units, at least 1.</param>
public readonly record struct TextChunk(int Start, int Length)
{
    /// <summary>The code unit after the last one.</summary>
    public int End => Start + Length;

    /// <summary>The path of headings above the piece, outermost first, joined by <c> > </c>, at most 200 code units of each; <see langword="null"/> when the source has none.</summary>
    public string? HeaderPath { get; init; }

    /// <summary>The number of tokens, exact for <see cref="ChunkingOptions.Tokenizer"/>; <see langword="null"/> without <see cref="ChunkingOptions.MaxTokens"/>.</summary>
    public int? TokenCount { get; init; }

    /// <summary>The text of the piece.</summary>
    /// <param name="source">The text that was cut.</param>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> source) => source.Slice(Start, Length);
}
