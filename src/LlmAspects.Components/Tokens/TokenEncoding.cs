using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace LlmAspects.Components.Tokens;

/// <summary>A public byte-pair encoding. Text that looks like a special token is ordinary text; a lone surrogate counts as U+FFFD.</summary>
internal sealed partial class TokenEncoding
{
    /// <summary>The underlying merge is quadratic in the length of a piece: beyond this many bytes ours takes over.</summary>
    internal const int LongestShortPiece = 256;

    private const int MaxBytesPerChar = 3;

    // Vocabularies never change and take megabytes: one of each, loaded when it is first asked for.
    // The types are not public; trimming follows their names only where they are written at the call.
    private static readonly Lazy<TokenEncoding> O200k = new(() => new TokenEncoding("o200k_base", O200kPieces(), () => Type.GetType("Microsoft.ML.Tokenizers.O200kBaseTokenizerData, Microsoft.ML.Tokenizers.Data.O200kBase")));
    private static readonly Lazy<TokenEncoding> Cl100k = new(() => new TokenEncoding("cl100k_base", Cl100kPieces(), () => Type.GetType("Microsoft.ML.Tokenizers.Cl100kBaseTokenizerData, Microsoft.ML.Tokenizers.Data.Cl100kBase")));

    private readonly Regex _pieces;
    private readonly TiktokenTokenizer _tokenizer;

    // Only long pieces need it, and most texts have none.
    private readonly Lazy<TokenRanks> _ranks;

    private TokenEncoding(string name, Regex pieces, Func<Type?> data)
    {
        _pieces = pieces;
        _tokenizer = TiktokenTokenizer.CreateForEncoding(name);
        _ranks = new Lazy<TokenRanks>(() => TokenRanks.Load(name, data()?.Assembly ?? throw new InvalidOperationException($"The data package of {name} is not there.")));
    }

    /// <summary>What stands in where the model's own encoding is not public.</summary>
    public static TokenEncoding Reference => O200k.Value;

    /// <summary>Finds an encoding; <see langword="null"/> when it is not one of the public ones known here.</summary>
    public static TokenEncoding? Find(string? name) => name switch
    {
        "o200k_base" => O200k.Value,
        "cl100k_base" => Cl100k.Value,
        _ => null,
    };

    public TokenCount Count(ReadOnlySpan<char> text)
    {
        if (!HasLoneSurrogate(text))
        {
            return TokenCount.Exact(CountWellFormed(text));
        }

        var repaired = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            repaired.Append(rune.ToString());
        }

        return TokenCount.Exact(CountWellFormed(repaired.ToString()));
    }

    private int CountWellFormed(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (ValueMatch match in _pieces.EnumerateMatches(text))
        {
            count += CountPiece(text.Slice(match.Index, match.Length));
        }

        return count;
    }

    private int CountPiece(ReadOnlySpan<char> piece) =>
        piece.Length <= LongestShortPiece / MaxBytesPerChar || Encoding.UTF8.GetByteCount(piece) <= LongestShortPiece
            ? _tokenizer.CountTokens(piece, considerPreTokenization: false, considerNormalization: false)
            : CountLongPiece(piece);

    internal int CountLongPiece(ReadOnlySpan<char> piece)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(piece.Length));
        try
        {
            int length = Encoding.UTF8.GetBytes(piece, bytes);
            return PieceMerge.Count(bytes.AsSpan(0, length), _ranks.Value);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        int next;
        while ((next = text.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0)
        {
            if (next + 1 >= text.Length || !char.IsSurrogatePair(text[next], text[next + 1]))
            {
                return true;
            }

            text = text[(next + 2)..];
        }

        return false;
    }

    // The patterns that define the encodings: https://github.com/openai/tiktoken/blob/main/tiktoken_ext/openai_public.py
    [GeneratedRegex(
        @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+",
        RegexOptions.CultureInvariant)]
    private static partial Regex O200kPieces();

    [GeneratedRegex(
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cl100kPieces();
}
