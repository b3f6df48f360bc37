namespace LlmAspects.Components.Chunking;

/// <summary>The part of a text that is at hand; positions are those in the whole text.</summary>
internal readonly ref struct TextWindow(ReadOnlySpan<char> span, int start = 0)
{
    private readonly ReadOnlySpan<char> _span = span;

    public int Start => start;

    public int End => start + _span.Length;

    public char this[int position] => _span[position - start];

    public ReadOnlySpan<char> Slice(int from, int to) => _span[(from - start)..(to - start)];

    /// <summary>The position, or the one before it when it would cut a surrogate pair or CRLF.</summary>
    public int SeamBefore(int position) => start + CodeUnitSeams.Before(_span, position - start);

    /// <summary>The position, or the one after it when it would cut.</summary>
    public int SeamAfter(int position) => start + CodeUnitSeams.After(_span, position - start);
}
