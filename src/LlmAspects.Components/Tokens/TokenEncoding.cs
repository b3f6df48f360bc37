using System.Text;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace LlmAspects.Components.Tokens;

/// <summary>A public byte-pair encoding. Text that looks like a special token is ordinary text; a lone surrogate counts as U+FFFD.</summary>
internal sealed partial class TokenEncoding
{
    /// <summary>The merge is quadratic in the length of a piece: beyond this many UTF-16 code units it is counted in parts, as an interval.</summary>
    internal const int LongestExactPiece = 2_048;

    /// <summary>The longest token of both vocabularies, in bytes.</summary>
    private const int LongestToken = 128;

    // Vocabularies never change and take megabytes: one of each, loaded when it is first asked for.
    private static readonly Lazy<TokenEncoding> O200k = new(() => new TokenEncoding("o200k_base", O200kPieces()));
    private static readonly Lazy<TokenEncoding> Cl100k = new(() => new TokenEncoding("cl100k_base", Cl100kPieces()));

    private readonly Regex _pieces;
    private readonly TiktokenTokenizer _tokenizer;

    private TokenEncoding(string name, Regex pieces)
    {
        _pieces = pieces;
        _tokenizer = TiktokenTokenizer.CreateForEncoding(name);
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
            return CountWellFormed(text);
        }

        var repaired = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            repaired.Append(rune.ToString());
        }

        return CountWellFormed(repaired.ToString());
    }

    private TokenCount CountWellFormed(ReadOnlySpan<char> text)
    {
        int exact = 0;
        TokenCount inParts = TokenCount.Exact(0);
        foreach (ValueMatch match in _pieces.EnumerateMatches(text))
        {
            ReadOnlySpan<char> piece = text.Slice(match.Index, match.Length);
            if (piece.Length <= LongestExactPiece)
            {
                exact += CountPiece(piece);
            }
            else
            {
                inParts += CountInParts(piece);
            }
        }

        return inParts + TokenCount.Exact(exact);
    }

    // Cutting a piece can change its merges, so the sum is an estimate; between one token per 128 bytes and one per byte is certain.
    private TokenCount CountInParts(ReadOnlySpan<char> piece)
    {
        int bytes = Encoding.UTF8.GetByteCount(piece);
        int sum = 0;
        while (!piece.IsEmpty)
        {
            int length = Math.Min(LongestExactPiece, piece.Length);
            if (length < piece.Length && char.IsHighSurrogate(piece[length - 1]))
            {
                length--;
            }

            sum += CountPiece(piece[..length]);
            piece = piece[length..];
        }

        return TokenCount.Between((bytes + LongestToken - 1) / LongestToken, sum, bytes);
    }

    private int CountPiece(ReadOnlySpan<char> piece) => _tokenizer.CountTokens(piece, considerPreTokenization: false, considerNormalization: false);

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
