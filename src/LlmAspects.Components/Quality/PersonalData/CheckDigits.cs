namespace LlmAspects.Components.Quality.PersonalData;

/// <summary>Check digits of account and card numbers; blanks and dashes are passed over.</summary>
internal static class CheckDigits
{
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    /// <summary>ISO 7064 MOD 97-10 over the number with its first four characters moved to the end.</summary>
    public static bool IsIban(ReadOnlySpan<char> text)
    {
        Span<char> compact = stackalloc char[LongestIban];
        int length = 0;
        foreach (char c in text)
        {
            if (c != ' ')
            {
                if (length == compact.Length)
                {
                    return false;
                }

                compact[length++] = c;
            }
        }

        int remainder = 0;
        for (int i = 0; i < length; i++)
        {
            char c = compact[(i + 4) % length];
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A') + 10) % 97;
        }

        return length >= ShortestIban && remainder == 1;
    }

    /// <summary>The formula of Luhn (US patent 2,950,048).</summary>
    public static bool IsLuhn(ReadOnlySpan<char> text)
    {
        int sum = 0;
        int place = 0;
        int first = 0;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            first = text[i] - '0';
            int value = place++ % 2 == 0 ? first : first * 2;
            sum += value > 9 ? value - 9 : value;
        }

        // No card number begins with 0, and a row of zeros has a right check digit.
        return first > 0 && sum % 10 == 0;
    }
}
