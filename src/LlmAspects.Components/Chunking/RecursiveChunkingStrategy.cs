using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking;

/// <summary>
/// Cuts where a text has its strongest seam below the cap: section, block (paragraph, list, table, code fence), list item or line of code,
/// sentence, word, code unit. Sections never share a piece; code fences that fit stay whole; surrogate pairs and CRLF are never cut.
/// </summary>
/// <remarks>
/// The pieces cover the text without a gap. With an overlap each piece starts exactly that many code units before the end of the one before
/// (one less where that would cut a surrogate pair or CRLF), and brings at least one new code unit. Linear time.
/// </remarks>
public sealed class RecursiveChunkingStrategy : IChunkingStrategy
{
    /// <summary>Creates a strategy.</summary>
    /// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown. The default is <see langword="true"/>; <see langword="false"/> suits source code, where every line is a seam.</param>
    public RecursiveChunkingStrategy(bool markdown = true) => Markdown = markdown;

    /// <summary>Whether the text is read as Markdown. The default is <see langword="true"/>.</summary>
    public bool Markdown { get; }

    /// <inheritdoc/>
    public string Name => "recursive";

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Cap or overlap is out of range.</exception>
    public IReadOnlyList<TextChunk> Split(ReadOnlyMemory<char> text, ChunkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var chunks = new List<TextChunk>();
        if (!text.IsEmpty)
        {
            Split(text.Span, Markdown ? TextOutline.OfMarkdown(text.Span) : TextOutline.OfPlainText(text.Span), options, chunks);
        }

        return chunks;
    }

    private static void Split(ReadOnlySpan<char> text, TextOutline outline, ChunkingOptions options, List<TextChunk> chunks)
    {
        var blocks = new SeamCursor(outline.Blocks);
        var lines = new SeamCursor(outline.Lines);
        for (int i = 0; i < outline.Sections.Count; i++)
        {
            TextSection section = outline.Sections[i];
            int sectionEnd = i + 1 < outline.Sections.Count ? outline.Sections[i + 1].Start : text.Length;
            for (int position = section.Start; position < sectionEnd;)
            {
                int start = StartWithOverlap(text, position, options.Overlap);
                int end = sectionEnd - start <= options.MaxLength ? sectionEnd : Cut(text, position, start + options.MaxLength, ref blocks, ref lines);
                chunks.Add(new TextChunk(start, end - start) { HeaderPath = section.HeaderPath });
                position = end;
            }
        }
    }

    private static int Cut(ReadOnlySpan<char> text, int position, int limit, ref SeamCursor blocks, ref SeamCursor lines)
    {
        int end = blocks.LastIn(position, limit);
        end = end > position ? end : lines.LastIn(position, limit);
        end = end > position ? end : CodeUnitSeams.Before(text, position + SentenceSegmenter.LastEnd(text[position..limit]));
        end = end > position ? end : CodeUnitSeams.Before(text, position + CodeUnitSeams.AfterLastSpace(text[position..limit]));
        return end > position ? end : CodeUnitSeams.Before(text, limit);
    }

    private static int StartWithOverlap(ReadOnlySpan<char> text, int position, int overlap) =>
        overlap == 0 ? position : CodeUnitSeams.After(text, Math.Max(0, position - overlap));
}
