namespace LlmAspects.Components.Text;

/// <summary>Says what a line is in Markdown, one line after the other: inside a code fence everything is code until the fence closes.</summary>
internal struct MarkdownLineClassifier
{
    private char _fence;
    private int _fenceLength;

    public MarkdownLineKind Kind { get; private set; }

    /// <summary>The code units that mark a heading or a list item, with the space after them.</summary>
    public int MarkerLength { get; private set; }

    /// <summary>The level of a heading, 1 to 6.</summary>
    public int HeadingLevel { get; private set; }

    /// <summary>Looks at the next line.</summary>
    /// <param name="content">The line without white space around it.</param>
    public void Classify(ReadOnlySpan<char> content)
    {
        MarkerLength = 0;
        if (_fenceLength > 0)
        {
            bool closes = RunLength(content, _fence) is var run && run >= _fenceLength && run == content.Length;
            Kind = closes ? MarkdownLineKind.FenceEnd : MarkdownLineKind.Code;
            _fenceLength = closes ? 0 : _fenceLength;
            return;
        }

        if (content.IsEmpty)
        {
            Kind = MarkdownLineKind.Blank;
            return;
        }

        Kind = content[0] switch
        {
            '#' => ClassifyHeading(content),
            '`' or '~' => ClassifyFence(content),
            '|' => MarkdownLineKind.TableRow,
            '-' or '*' or '+' => ClassifyBullet(content),
            >= '0' and <= '9' => ClassifyNumber(content),
            _ => MarkdownLineKind.Text,
        };
    }

    private MarkdownLineKind ClassifyHeading(ReadOnlySpan<char> content)
    {
        int level = RunLength(content, '#');
        if (level > 6 || (level < content.Length && content[level] is not (' ' or '\t')))
        {
            return MarkdownLineKind.Text;
        }

        HeadingLevel = level;
        MarkerLength = Math.Min(content.Length, level + 1);
        return MarkdownLineKind.Heading;
    }

    private MarkdownLineKind ClassifyFence(ReadOnlySpan<char> content)
    {
        int length = RunLength(content, content[0]);
        if (length < 3 || (content[0] == '`' && content[length..].Contains('`')))
        {
            return MarkdownLineKind.Text;
        }

        _fence = content[0];
        _fenceLength = length;
        return MarkdownLineKind.FenceStart;
    }

    private MarkdownLineKind ClassifyBullet(ReadOnlySpan<char> content)
    {
        if (content.Length < 2 || content[1] is not (' ' or '\t'))
        {
            return MarkdownLineKind.Text;
        }

        MarkerLength = 2;
        return MarkdownLineKind.ListItem;
    }

    private MarkdownLineKind ClassifyNumber(ReadOnlySpan<char> content)
    {
        int digits = content.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 9 || content[digits] is not ('.' or ')') || digits + 1 >= content.Length || content[digits + 1] != ' ')
        {
            return MarkdownLineKind.Text;
        }

        MarkerLength = digits + 2;
        return MarkdownLineKind.ListItem;
    }

    private static int RunLength(ReadOnlySpan<char> content, char mark)
    {
        int length = content.IndexOfAnyExcept(mark);
        return length < 0 ? content.Length : length;
    }
}
