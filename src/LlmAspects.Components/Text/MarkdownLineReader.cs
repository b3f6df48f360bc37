namespace LlmAspects.Components.Text;

/// <summary>Reads a text line by line and says what each line is in Markdown. An unclosed fence ends with the text.</summary>
internal ref struct MarkdownLineReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;
    private MarkdownLineClassifier _classifier;

    /// <summary>The line with its line break.</summary>
    public TextRange Line { get; private set; }

    /// <summary>The line without its line break and without leading white space; what follows the marker is found by <see cref="MarkerLength"/>.</summary>
    public TextRange Content { get; private set; }

    public readonly MarkdownLineKind Kind => _classifier.Kind;

    /// <summary>The code units of <see cref="Content"/> that mark a heading or a list item, with the space after them.</summary>
    public readonly int MarkerLength => _classifier.MarkerLength;

    public bool MoveNext()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        int start = _next;
        int length = _text[start..].IndexOfAny('\n', '\r');
        int end = length < 0 ? _text.Length : start + length;
        _next = end;
        if (end < _text.Length)
        {
            _next += _text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? 2 : 1;
        }

        Line = new TextRange(start, _next);
        Content = new TextRange(start, end).Trim(_text);
        _classifier.Classify(Content.In(_text));
        return true;
    }
}
