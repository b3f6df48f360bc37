namespace LlmAspects.Components.Text;

/// <summary>Full stops with spaces between them: three leave something out, a fourth, before or behind, ends the sentence.</summary>
internal static class SpacedEllipsis
{
    /// <summary>There is no such ellipsis.</summary>
    public const int None = -1;

    private const int MaxDots = 8;

    /// <summary>The end of the sentence that a full stop of an ellipsis ends, 0 when it ends none, or <see cref="None"/> when it belongs to no ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the full stop is; white space or the end follows it.</param>
    /// <param name="start">Where the sentence starts.</param>
    public static int EndAt(ReadOnlySpan<char> text, int index, int start)
    {
        int first = index;
        int dots = 1;
        while (dots < MaxDots && first - 2 >= start && text[first - 1] == ' ' && text[first - 2] == '.')
        {
            first -= 2;
            dots++;
        }

        int last = index;
        while (dots < MaxDots && last + 2 < text.Length && text[last + 1] == ' ' && text[last + 2] == '.')
        {
            last += 2;
            dots++;
        }

        if (dots < 3)
        {
            return None;
        }

        bool isAttached = first > start && !char.IsWhiteSpace(text[first - 1]);
        bool more = !text[(last + 1)..].IsWhiteSpace();
        if (isAttached)
        {
            return index == first && dots > 3 && more ? index + 1 : 0;
        }

        return index == last && dots > 3 && more ? index + 1 : 0;
    }
}
