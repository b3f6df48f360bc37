using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmAspects.Components.Ensembling;

/// <summary>Reads the number that a text gives as its answer.</summary>
internal static partial class NumberAnswer
{
    // "####" is the mark of GSM8K, "\boxed" that of MATH: https://github.com/openai/grade-school-math, https://github.com/hendrycks/math
    private const string Marks = @"(?:####|\\boxed\{|\b(?i:answer)\s*(?:(?i:is|was)\s*[:=]?|[:=])\s*\**)";

    // In "5 - 3" the sign is no part of the second number.
    private const string Number =
        @"(?<sign>(?:(?<![\d)]\s?)[-\u2212])?)\s?[$\u20AC\u00A3\u00A5]?\s?(?<digits>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)(?<exponent>(?:[eE][-+]?\d{1,2})?)";

    /// <summary>The number in canonical form: no marks, no separators, no trailing zeros.</summary>
    /// <param name="text">What a model wrote.</param>
    /// <param name="marked">Whether only a number that stands alone or is marked as the answer counts; else the last number of the text does.</param>
    public static string? Read(string text, bool marked)
    {
        Match match = MarkedNumber().Matches(text) is [.., { } last] ? last : WholeText().Match(text);
        if (!match.Success && !marked && AnyNumber().Matches(text) is [.., { } any])
        {
            match = any;
        }

        return match.Success ? Normalize(match) : null;
    }

    /// <summary>The canonical form of a number that is written in digits; the same text when it is too long for exact arithmetic.</summary>
    public static string Normalize(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? Trimmed(value) : number;

    // Dividing by a one with many zeros takes the trailing zeros off.
    private static string Trimmed(decimal value) => value == 0 ? "0" : (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Normalize(Match match)
    {
        string sign = match.Groups["sign"].Length > 0 ? "-" : "";
        return Normalize($"{sign}{match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal)}{match.Groups["exponent"].Value}");
    }

    [GeneratedRegex(Marks + @"\s*" + Number, RegexOptions.CultureInvariant)]
    private static partial Regex MarkedNumber();

    [GeneratedRegex(@"^[\s*]*" + Number + @"\s?%?[\s.*]*$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeText();

    [GeneratedRegex(Number, RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();
}
