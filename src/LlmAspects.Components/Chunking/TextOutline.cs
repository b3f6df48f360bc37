using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking;

/// <summary>Where a text may be cut: at its sections, blocks and structural lines. One pass, no copies.</summary>
internal sealed class TextOutline
{
    private readonly HeaderPathBuilder _headers = new();
    private bool _sectionHasBody;
    private bool _blockBegins = true;
    private bool _afterHeading;

    private TextOutline()
    {
    }

    /// <summary>The sections in order; the first starts at 0.</summary>
    public List<TextSection> Sections { get; } = [];

    /// <summary>Where a paragraph, list, table or code fence starts, in order.</summary>
    public List<int> Blocks { get; } = [];

    /// <summary>Where a list item, table row or line of code starts, in order; in plain text every line.</summary>
    public List<int> Lines { get; } = [];

    public static TextOutline OfMarkdown(ReadOnlySpan<char> text)
    {
        var outline = new TextOutline();
        outline.Sections.Add(new TextSection(0, null));
        var reader = new MarkdownLineReader(text);
        while (reader.MoveNext())
        {
            outline.Add(text, in reader);
        }

        outline.SetPath();
        return outline;
    }

    public static TextOutline OfPlainText(ReadOnlySpan<char> text)
    {
        var outline = new TextOutline();
        outline.Sections.Add(new TextSection(0, null));
        var reader = new MarkdownLineReader(text);
        while (reader.MoveNext())
        {
            outline.Lines.Add(reader.Line.Start);
            outline.AddBlockIf(outline._blockBegins && !reader.Content.IsEmpty, reader.Line.Start);
            outline._blockBegins = reader.Content.IsEmpty;
        }

        return outline;
    }

    private void Add(ReadOnlySpan<char> text, in MarkdownLineReader reader)
    {
        switch (reader.Kind)
        {
            case MarkdownLineKind.Blank:
                _blockBegins = true;
                return;
            case MarkdownLineKind.Heading:
                AddHeading(text, in reader);
                return;
            case MarkdownLineKind.FenceStart:
                // A fence that fits is never cut, not even from behind its heading.
                AddBlockIf(true, reader.Line.Start);
                break;
            case MarkdownLineKind.Code or MarkdownLineKind.FenceEnd:
                Lines.Add(reader.Line.Start);
                break;
            default:
                // What follows a heading stays with it.
                AddBlockIf(_blockBegins && !_afterHeading, reader.Line.Start);
                if (reader.Kind is MarkdownLineKind.ListItem or MarkdownLineKind.TableRow)
                {
                    Lines.Add(reader.Line.Start);
                }

                break;
        }

        _blockBegins = reader.Kind == MarkdownLineKind.FenceEnd;
        _afterHeading = false;
        _sectionHasBody = true;
    }

    private void AddHeading(ReadOnlySpan<char> text, in MarkdownLineReader reader)
    {
        if (_sectionHasBody)
        {
            SetPath();
            Sections.Add(new TextSection(reader.Line.Start, null));
            _sectionHasBody = false;
        }
        else
        {
            // Headings without text between them stay together.
            AddBlockIf(!_afterHeading, reader.Line.Start);
        }

        var title = new TextRange(reader.Content.Start + reader.MarkerLength, reader.Content.End);
        ReadOnlySpan<char> kept = title.In(text).TrimEnd('#');
        kept = kept.Length > HeaderPathBuilder.MaxTitleLength ? kept[..CodeUnitSeams.Before(kept, HeaderPathBuilder.MaxTitleLength)] : kept;
        _headers.Enter(reader.HeadingLevel, MarkdownInline.ToPlain(kept));
        _blockBegins = true;
        _afterHeading = true;
    }

    private void SetPath() => Sections[^1] = Sections[^1] with { HeaderPath = _headers.Path };

    private void AddBlockIf(bool begins, int start)
    {
        if (begins && start > 0)
        {
            Blocks.Add(start);
        }
    }
}
