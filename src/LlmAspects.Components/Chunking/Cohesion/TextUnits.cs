using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking.Cohesion;

/// <summary>
/// Cuts a text into the units that segments are made of: sentences and list items; headings with what follows, tables and code fences stay whole
/// while they fit.
/// </summary>
internal static class TextUnits
{
    /// <summary>Where the units start, from 0 on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="markdown">Whether it is read as Markdown.</param>
    /// <param name="maxLength">What fits.</param>
    public static List<int> StartsOf(ReadOnlySpan<char> text, bool markdown, int maxLength)
    {
        var outline = new TextOutline(markdown);
        outline.Read(new TextWindow(text), complete: true);
        var starts = new List<int>();
        var sentences = new List<TextRange>();
        for (int start = 0; start < text.Length;)
        {
            int end = Math.Min(text.Length, Math.Min(outline.Sections.FirstBehind(start), Math.Min(outline.Blocks.FirstBehind(start), outline.Lines.FirstBehind(start))));
            bool isWhole = outline.Rows.LastIn(start - 1, end - 1) > 0 && end - start <= maxLength;
            starts.Add(start);
            if (!isWhole)
            {
                AddSentences(text, new TextRange(start, end), sentences, starts);
            }

            start = end;
        }

        return starts;
    }

    private static void AddSentences(ReadOnlySpan<char> text, TextRange block, List<TextRange> sentences, List<int> starts)
    {
        sentences.Clear();
        SentenceSegmenter.Split(text, block, sentences);
        foreach (TextRange sentence in sentences.Skip(1))
        {
            if (CodeUnitSeams.Before(text, sentence.Start) == sentence.Start)
            {
                starts.Add(sentence.Start);
            }
        }
    }
}
