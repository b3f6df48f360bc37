using System.Collections.Frozen;

namespace LlmAspects.Components.Quality;

/// <summary>English words that turn what follows into its opposite.</summary>
internal static class NegationWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Negations =
        "no not never without cannot neither nor none nobody nothing".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Transparent =
        "really actually ever always yet longer even necessarily currently usually simply fully".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word negates the content word behind it.</summary>
    public static bool IsNegation(ReadOnlySpan<char> word) =>
        Negations.Contains(word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n\u2019t", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a negation before the word reaches to the next one: "does not really allocate".</summary>
    public static bool IsTransparent(ReadOnlySpan<char> word) => Transparent.Contains(word);
}
