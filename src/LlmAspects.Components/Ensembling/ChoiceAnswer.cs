using System.Text.RegularExpressions;

namespace LlmAspects.Components.Ensembling;

/// <summary>Reads the letter of the choice that a text gives as its answer.</summary>
internal static partial class ChoiceAnswer
{
    /// <summary>The letter, upper case; <see langword="null"/> when the text names none.</summary>
    public static string? Read(string text)
    {
        Match match = Alone().Match(text);
        if (!match.Success)
        {
            match = Named().Matches(text) is [.., { } last] ? last : First().Match(text);
        }

        return match.Success ? match.Groups["letter"].Value.ToUpperInvariant() : null;
    }

    [GeneratedRegex(@"^[\s*(]*(?<letter>[A-Ja-j])[\s*).:]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    // "The answer is a dog" names no choice: after the letter comes a mark or the end.
    [GeneratedRegex(@"(?:\b(?i:answer|option|choice)(?:\s+(?i:is))?\s*:?|\\boxed\{)\s*\**\(?(?<letter>[A-J])(?=\)|\*|\}|[.,:;!]|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^[\s*(]*(?<letter>[A-J])[).:]", RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
