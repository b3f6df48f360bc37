namespace LlmAspects.Components.Text;

/// <summary>Some code units of a text: <c>text[Start..End]</c>.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text[Start..End];

    public TextRange Trim(ReadOnlySpan<char> text)
    {
        int start = Start;
        int end = End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextRange(start, end);
    }
}
