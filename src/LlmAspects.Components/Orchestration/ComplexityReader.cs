using System.Collections.Frozen;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Orchestration;

/// <summary>Counts what makes a request complex.</summary>
internal static class ComplexityReader
{
    private const int LongestWord = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Conditions = Words(
        "if unless except without must only least most every each never always otherwise provided whenever exactly respectively not");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Steps = Words(
        "then because therefore hence compare contrast derive prove explain evaluate design plan step steps after before first second third finally trade-off why justify optimize");

    /// <summary>Counts.</summary>
    public static ComplexityFeatures Read(string text, LlmTask task)
    {
        int words = 0, conditions = 0, numbers = 0, steps = 0;
        Span<char> lower = stackalloc char[LongestWord];
        foreach (TextRange range in new WordTokenizer(text))
        {
            ReadOnlySpan<char> word = range.In(text);
            words++;
            numbers += char.IsAsciiDigit(word[0]) ? 1 : 0;
            if (word.Length <= LongestWord)
            {
                int length = word.ToLowerInvariant(lower);
                conditions += Conditions.Contains(lower[..length]) ? 1 : 0;
                steps += Steps.Contains(lower[..length]) ? 1 : 0;
            }
        }

        RequestParts parts = RequestParts.Of(text);
        return new ComplexityFeatures(words, Math.Max(1, parts.Parts.Length), conditions, Math.Max(0, numbers - parts.Numerals), steps, task);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
