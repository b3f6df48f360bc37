using System.Globalization;
using System.Text;

namespace LlmAspects.Shared;

/// <summary>Words of an identifier joined by underscores, letter for letter as <c>JsonNamingPolicy.SnakeCaseLower</c>, which netstandard2.0 lacks.</summary>
internal static class SnakeCase
{
    private enum Previous
    {
        Boundary,
        Upper,
        LowerOrDigit,
        Space,
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        var previous = Previous.Boundary;
        for (var i = 0; i < name.Length; i++)
        {
            previous = Append(text, name, i, previous);
        }

        return text.ToString();
    }

    private static Previous Append(StringBuilder text, string name, int index, Previous previous)
    {
        var character = name[index];
        switch (CharUnicodeInfo.GetUnicodeCategory(character))
        {
            case UnicodeCategory.UppercaseLetter:
                if (StartsWord(name, index, previous))
                {
                    text.Append('_');
                }

                text.Append(char.ToLowerInvariant(character));
                return Previous.Upper;
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                if (previous == Previous.Space)
                {
                    text.Append('_');
                }

                text.Append(character);
                return Previous.LowerOrDigit;
            case UnicodeCategory.SpaceSeparator:
                return previous == Previous.Boundary ? Previous.Boundary : Previous.Space;
            default:
                text.Append(character);
                return Previous.Boundary;
        }
    }

    // The last capital of a run of capitals belongs to the word after it: IOStream is io_stream.
    private static bool StartsWord(string name, int index, Previous previous) => previous switch
    {
        Previous.LowerOrDigit or Previous.Space => true,
        Previous.Upper => index + 1 < name.Length && char.IsLower(name[index + 1]),
        _ => false,
    };
}
