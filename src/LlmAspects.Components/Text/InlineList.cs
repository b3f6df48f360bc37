using System.Globalization;

namespace LlmAspects.Components.Text;

/// <summary>Finds the items of a list that is written in one line: <c>1.) this 2.) that</c>, <c>a. this b. that</c>, <c>• 1. this • 2. that</c>.</summary>
internal static class InlineList
{
    private const int MaxDigits = 3;

    // An item is a sentence or two; without a limit, text that looks like items would be searched to its end for each.
    private const int MaxItem = 1_000;

    /// <summary>Where the item behind the one that starts here begins; the length of the text when none does, or when no item starts here.</summary>
    /// <param name="text">The text up to its end.</param>
    /// <param name="start">Where an item may start.</param>
    public static int NextItem(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (!TryRead(text, start, out int number, out ReadOnlySpan<char> mark, out int end))
        {
            return text.Length;
        }

        for (int i = end; i < Math.Min(text.Length, start + MaxItem); i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && TryRead(text, i, out int next, out ReadOnlySpan<char> nextMark, out _) && next == number + 1 && nextMark.SequenceEqual(mark))
            {
                return i;
            }
        }

        return text.Length;
    }

    // A bullet, a number or a small letter, and a full stop, a parenthesis or both. Letters are negative numbers: they do not follow numbers.
    private static bool TryRead(ReadOnlySpan<char> text, int start, out int number, out ReadOnlySpan<char> mark, out int end)
    {
        number = 0;
        mark = default;
        end = start;
        while (end < text.Length && (text[end] is '•' or '⁃' or '‣' || (end > start && text[end] == ' ')))
        {
            end++;
        }

        int digits = end;
        while (end < text.Length && end - digits <= MaxDigits && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end > digits && end - digits <= MaxDigits)
        {
            number = int.Parse(text[digits..end], CultureInfo.InvariantCulture);
        }
        else if (digits < text.Length && char.IsAsciiLetterLower(text[digits]))
        {
            number = text[digits] - 1_000;
            end = digits + 1;
        }
        else
        {
            return false;
        }

        int markStart = end;
        while (end < text.Length && end - markStart < 2 && (text[end] is '.' or ')'))
        {
            end++;
        }

        mark = text[markStart..end];
        return mark.Length > 0 && end < text.Length && char.IsWhiteSpace(text[end]);
    }
}
