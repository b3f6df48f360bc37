using System.Buffers;
using System.Collections.Frozen;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Orchestration;

/// <summary>Counts what makes a request complex.</summary>
internal static class ComplexityReader
{
    private const int LongestWord = 16;
    private const int FewestOptions = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Conditions = Words(
        "if unless must only least most each every always otherwise provided whenever exactly respectively given assume suppose");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Exceptions = Words("except unless incorrect false");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Steps = Words(
        "then therefore hence compare contrast derive prove explain evaluate design plan steps justify optimize analyze implement");

    private static readonly SearchValues<char> Symbols = SearchValues.Create("=^+<>\\~|¬±×÷·−√∑∏∫∂∞≈≠≡≤≥→⇒↔∈∉⊂⊃∪∩∧∨∀∃∅");

    // Vowels and y are words of their own in many languages.
    private static readonly SearchValues<char> VariableLetters = SearchValues.Create("bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ");

    /// <summary>Counts.</summary>
    public static ComplexityFeatures Read(string text, LlmTask task)
    {
        int words = 0, options = 0, conditions = 0, negations = 0, numbers = 0, steps = 0, variables = 0, named = 0;
        Span<char> lower = stackalloc char[LongestWord];
        foreach (TextRange range in new WordTokenizer(text))
        {
            ReadOnlySpan<char> word = range.In(text);
            words++;
            if (word.Length == 1)
            {
                bool isVariable = VariableLetters.Contains(word[0]);
                bool isOption = word[0] == 'A' + options && IsMarker(text, range);
                variables += isVariable ? 1 : 0;
                options += isOption ? 1 : 0;
                named += isOption && isVariable ? 1 : 0;
            }

            if (char.IsAsciiDigit(word[0]))
            {
                numbers++;
            }
            else if (word.Length <= LongestWord)
            {
                ReadOnlySpan<char> known = lower[..word.ToLowerInvariant(lower)];
                conditions += Conditions.Contains(known) ? 1 : 0;
                negations += Exceptions.Contains(known) || NegationWords.IsNegation(known) ? 1 : 0;
                steps += Steps.Contains(known) ? 1 : 0;
            }
        }

        RequestParts parts = RequestParts.Of(text);
        bool hasOptions = options >= FewestOptions;
        bool partsAreOptions = hasOptions && parts.Numerals == 0 && parts.Parts.Length == options;
        return new ComplexityFeatures(
            words,
            partsAreOptions ? 1 : Math.Max(1, parts.Parts.Length),
            hasOptions ? options : 0,
            conditions,
            negations,
            steps,
            Math.Max(0, numbers - parts.Numerals),
            CountSymbols(text),
            hasOptions ? variables - named : variables,
            task);
    }

    // A letter that begins a line and is followed by a mark and a space.
    private static bool IsMarker(ReadOnlySpan<char> text, TextRange letter)
    {
        int before = letter.Start - 1;
        while (before >= 0 && text[before] is (' ' or '\t' or '('))
        {
            before--;
        }

        return (before < 0 || text[before] is ('\n' or '\r')) && letter.End + 1 < text.Length && text[letter.End] is ('.' or ')') && char.IsWhiteSpace(text[letter.End + 1]);
    }

    private static int CountSymbols(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int next = text.IndexOfAny(Symbols); next >= 0; next = text.IndexOfAny(Symbols))
        {
            count++;
            text = text[(next + 1)..];
        }

        return count;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
