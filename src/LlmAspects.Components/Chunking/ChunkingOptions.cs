using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Chunking;

/// <summary>How large pieces are.</summary>
public sealed record ChunkingOptions
{
    /// <summary>The hard cap of a piece in UTF-16 code units, at least 16. The default is 800.</summary>
    public int MaxLength { get; init; } = 800;

    /// <summary>A second hard cap of a piece, in tokens, at least 16. The default is <see langword="null"/>: tokens are not counted.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>What counts the tokens: <c>o200k_base</c> (the default) or <c>cl100k_base</c>. It matters with <see cref="MaxTokens"/> only.</summary>
    public string Tokenizer { get; init; } = "o200k_base";

    /// <summary>
    /// How many code units a piece repeats of the one before, from 0 to half of <see cref="MaxLength"/>, and to a quarter of <see cref="MaxTokens"/> where that is given.
    /// The default is 0: overlap costs precision in retrieval.
    /// </summary>
    public int Overlap { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 16);
        ArgumentOutOfRangeException.ThrowIfNegative(Overlap);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Overlap, MaxLength / 2);
        if (MaxTokens is not { } tokens)
        {
            return;
        }

        // A code unit has up to three tokens: with a quarter there is always room for something new.
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 16, nameof(MaxTokens));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Overlap, tokens / 4);
        if (TokenEncoding.Find(Tokenizer) is null)
        {
            throw new ArgumentOutOfRangeException(nameof(Tokenizer), Tokenizer, "The tokenizer must be o200k_base or cl100k_base.");
        }
    }
}
