using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Chunking;

/// <summary>How far a piece may reach that has a number of tokens at most.</summary>
internal sealed class TokenCap
{
    private readonly TokenEncoding _encoding;
    private readonly int _maxTokens;

    private TokenCap(TokenEncoding encoding, int maxTokens)
    {
        _encoding = encoding;
        _maxTokens = maxTokens;
    }

    /// <summary>The cap that the options ask for; <see langword="null"/> when they ask for none.</summary>
    public static TokenCap? Of(ChunkingOptions options) =>
        options.MaxTokens is { } tokens ? new TokenCap(TokenEncoding.Find(options.Tokenizer)!, tokens) : null;

    public int Count(ReadOnlySpan<char> text) => _encoding.Count(text).Estimate;

    public bool Fits(ReadOnlySpan<char> text) => Count(text) <= _maxTokens;

    /// <summary>A long beginning of the text that fits, found by halving.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">A length that fits for sure.</param>
    public int Reach(ReadOnlySpan<char> text, int least)
    {
        if (Fits(text))
        {
            return text.Length;
        }

        int low = least;
        int high = text.Length;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (Fits(text[..middle]))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
