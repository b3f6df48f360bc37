using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking;

/// <summary>Where a text may be cut: at its sections, blocks and structural lines. One pass, no copies; reads on as text arrives.</summary>
/// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown; otherwise every line is a seam.</param>
internal sealed class TextOutline(bool markdown)
{
    /// <summary>What a line is stands at its beginning; so a line of megabytes need not be at hand as a whole.</summary>
    private const int ClassifiedLength = 1_024;

    private readonly HeaderPathBuilder _headers = new();
    private MarkdownLineClassifier _line;
    private bool _insideLine;
    private bool _sectionHasBody;
    private bool _blockBegins = true;
    private bool _afterHeading;

    /// <summary>Where a part under a heading begins; the first part of a text is not listed.</summary>
    public SeamList Sections { get; } = new();

    /// <summary>Where a paragraph, list, table or code fence starts.</summary>
    public SeamList Blocks { get; } = new();

    /// <summary>Where a list item starts; in plain text every line.</summary>
    public SeamList Lines { get; } = new();

    /// <summary>Where a table row or a line of code starts: seams of what had better stay whole.</summary>
    public SeamList Rows { get; } = new();

    public HeadingList Headings { get; } = new();

    /// <summary>Lines that start before this position are known.</summary>
    public int End { get; private set; }

    /// <summary>Reads the lines that are new.</summary>
    /// <param name="text">The text from <see cref="End"/> or before on.</param>
    /// <param name="complete">Whether the text ends with it.</param>
    public void Read(TextWindow text, bool complete)
    {
        while (End < text.End)
        {
            int start = End;
            ReadOnlySpan<char> rest = text.Slice(start, text.End);
            int length = rest.IndexOfAny('\n', '\r');
            bool ends = complete || (length >= 0 && (rest[length] == '\n' || length + 1 < rest.Length));
            int content = length < 0 ? rest.Length : length;
            if (!ends && content < ClassifiedLength && !_insideLine)
            {
                return;
            }

            if (!_insideLine)
            {
                Add(start, rest[..Math.Min(content, ClassifiedLength)].Trim());
            }

            _insideLine = !ends;
            End = start + content + (ends && length >= 0 ? BreakLength(rest[length..]) : 0);
            if (!ends)
            {
                return;
            }
        }
    }

    /// <summary>Forgets what lies behind the last piece, from time to time.</summary>
    public void Trim()
    {
        Sections.Trim();
        Blocks.Trim();
        Lines.Trim();
        Rows.Trim();
        Headings.Trim();
    }

    private static int BreakLength(ReadOnlySpan<char> lineBreak) => lineBreak is ['\r', '\n', ..] ? 2 : 1;

    private void Add(int start, ReadOnlySpan<char> content)
    {
        if (markdown)
        {
            _line.Classify(content);
            AddMarkdown(start, content);
            return;
        }

        Lines.Add(start);
        AddBlockIf(_blockBegins && !content.IsEmpty, start);
        _blockBegins = content.IsEmpty;
    }

    private void AddMarkdown(int start, ReadOnlySpan<char> content)
    {
        switch (_line.Kind)
        {
            case MarkdownLineKind.Blank:
                _blockBegins = true;
                return;
            case MarkdownLineKind.Heading:
                AddHeading(start, content);
                return;
            case MarkdownLineKind.FenceStart:
                // A fence that fits is never cut, not even from behind its heading.
                AddBlockIf(true, start);
                break;
            case MarkdownLineKind.Code or MarkdownLineKind.FenceEnd:
                Rows.Add(start);
                break;
            default:
                // What follows a heading stays with it.
                AddBlockIf(_blockBegins && !_afterHeading, start);
                if (_line.Kind is MarkdownLineKind.ListItem or MarkdownLineKind.TableRow)
                {
                    (_line.Kind == MarkdownLineKind.ListItem ? Lines : Rows).Add(start);
                }

                break;
        }

        _blockBegins = _line.Kind == MarkdownLineKind.FenceEnd;
        _afterHeading = false;
        _sectionHasBody = true;
    }

    private void AddHeading(int start, ReadOnlySpan<char> content)
    {
        if (_sectionHasBody)
        {
            Sections.Add(start);
            _sectionHasBody = false;
        }
        else
        {
            // Headings without text between them stay together.
            AddBlockIf(!_afterHeading, start);
        }

        ReadOnlySpan<char> kept = content[_line.MarkerLength..].TrimEnd('#');
        kept = kept.Length > HeaderPathBuilder.MaxTitleLength ? kept[..CodeUnitSeams.Before(kept, HeaderPathBuilder.MaxTitleLength)] : kept;
        _headers.Enter(_line.HeadingLevel, MarkdownInline.ToPlain(kept));
        Headings.Add(new TextHeading(start, _headers.Path));
        _blockBegins = true;
        _afterHeading = true;
    }

    private void AddBlockIf(bool begins, int start)
    {
        if (begins && start > 0)
        {
            Blocks.Add(start);
        }
    }
}
