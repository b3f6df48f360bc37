using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking.Balance;

/// <summary>
/// The units of a text with what each begins with: sentences of paragraphs and list items; tables and code fences are one unit where they fit, else a
/// unit a line. In plain text a line is a unit.
/// </summary>
internal sealed class StructureUnits
{
    private readonly List<int> _starts = [];
    private readonly List<UnitSeam> _seams = [];

    private StructureUnits()
    {
    }

    /// <summary>Where the units start, from 0 on.</summary>
    public List<int> Starts => _starts;

    /// <summary>What each unit begins with.</summary>
    public IReadOnlyList<UnitSeam> Seams => _seams;

    /// <summary>Cuts a text into units.</summary>
    /// <param name="text">The text.</param>
    /// <param name="markdown">Whether it is read as Markdown.</param>
    /// <param name="maxLength">What fits.</param>
    public static StructureUnits Of(ReadOnlySpan<char> text, bool markdown, int maxLength)
    {
        var units = new StructureUnits();
        var outline = new TextOutline(markdown);
        outline.Read(new TextWindow(text), complete: true);
        var sentences = new List<TextRange>();
        UnitSeam seam = UnitSeam.Section;
        for (int start = 0; start < text.Length;)
        {
            (int end, UnitSeam next) = NextSeam(outline, start, text.Length);
            units.Add(start, seam);
            if (outline.Rows.LastIn(start - 1, end - 1) == 0)
            {
                units.AddSentences(text, markdown ? new TextRange(start, end) : new TextRange(start, start), sentences);
            }
            else if (end - start > maxLength)
            {
                units.AddRows(outline.Rows, start, end);
            }

            (start, seam) = (end, next);
        }

        return units;
    }

    private static (int End, UnitSeam Seam) NextSeam(TextOutline outline, int start, int length)
    {
        int section = outline.Sections.FirstBehind(start);
        int block = outline.Blocks.FirstBehind(start);
        int line = outline.Lines.FirstBehind(start);
        int end = Math.Min(section, Math.Min(block, line));
        return (Math.Min(end, length), end == section ? UnitSeam.Section : end == block ? UnitSeam.Block : UnitSeam.Line);
    }

    private void Add(int start, UnitSeam seam)
    {
        _starts.Add(start);
        _seams.Add(seam);
    }

    private void AddRows(SeamList rows, int start, int end)
    {
        for (int row = rows.FirstBehind(start); row < end; row = rows.FirstBehind(row))
        {
            Add(row, UnitSeam.Row);
        }
    }

    private void AddSentences(ReadOnlySpan<char> text, TextRange block, List<TextRange> sentences)
    {
        sentences.Clear();
        SentenceSegmenter.Split(text, block, sentences);
        foreach (TextRange sentence in sentences.Skip(1))
        {
            if (CodeUnitSeams.Before(text, sentence.Start) == sentence.Start)
            {
                Add(sentence.Start, UnitSeam.Sentence);
            }
        }
    }
}
