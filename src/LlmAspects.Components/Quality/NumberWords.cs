using System.Collections.Frozen;

namespace LlmAspects.Components.Quality;

/// <summary>Numbers that are commonly written as words. "One" is left out: it is a pronoun more often than a number.</summary>
internal static class NumberWords
{
    /// <summary>Stems, as the text analysis gives them.</summary>
    private static readonly FrozenDictionary<string, string> Digits =
        "two three four five six seven eight nine ten eleven twelv".Split(' ').Select((stem, index) => (stem, Number: index + 2))
            .ToFrozenDictionary(pair => pair.stem, pair => pair.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The number in digits; <see langword="null"/> when the stem is none.</summary>
    public static string? ToDigits(string stem) => Digits.GetValueOrDefault(stem);
}
