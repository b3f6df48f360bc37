namespace LlmAspects.Components.Chunking;

/// <summary>Positions that cut neither a surrogate pair nor CRLF.</summary>
internal static class CodeUnitSeams
{
    /// <summary>The position, or the one before it when it would cut.</summary>
    public static int Before(ReadOnlySpan<char> text, int position) => Cuts(text, position) ? position - 1 : position;

    /// <summary>The position, or the one after it when it would cut.</summary>
    public static int After(ReadOnlySpan<char> text, int position) => Cuts(text, position) ? position + 1 : position;

    /// <summary>The position behind the last white space, or 0.</summary>
    public static int AfterLastSpace(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && !char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static bool Cuts(ReadOnlySpan<char> text, int position)
    {
        if (position <= 0 || position >= text.Length)
        {
            return false;
        }

        char before = text[position - 1];
        char after = text[position];
        return (before == '\r' && after == '\n') || char.IsSurrogatePair(before, after);
    }
}
