using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking;

/// <summary>
/// Takes piece after piece from the front of a text: as far as the cap allows, back to the best seam. What a piece is depends on nothing behind
/// its cap, so a text that arrives bit by bit is cut like one that is there as a whole.
/// </summary>
/// <param name="outline">Where the text may be cut.</param>
/// <param name="options">Caps and overlap, validated.</param>
/// <param name="rule">Which seams are preferred.</param>
/// <param name="breaks">Where a piece has to end, in order; <see langword="null"/> when the rule alone says so.</param>
internal sealed class ChunkCutter(TextOutline outline, ChunkingOptions options, SeamRule rule, SeamList? breaks = null)
{
    private readonly TokenCap? _tokens = TokenCap.Of(options);
    private readonly SeamList? _breaks = breaks ?? (rule == SeamRule.StrongestFirst ? outline.Sections : null);

    /// <summary>Where the next piece begins, its overlap aside.</summary>
    public int Position { get; private set; }

    /// <summary>The first code unit that is still needed: the overlap of the next piece and one before it.</summary>
    public int Needed => Math.Max(0, Position - options.Overlap - 1);

    /// <summary>Takes the pieces that are certain.</summary>
    /// <param name="text">The text from <see cref="Needed"/> or before on.</param>
    /// <param name="complete">Whether the text ends with it.</param>
    /// <param name="chunks">Takes the pieces.</param>
    public void Cut(TextWindow text, bool complete, List<TextChunk> chunks)
    {
        while (Position < text.End && (complete || outline.End > (long)Position + options.MaxLength))
        {
            chunks.Add(Next(text));
        }
    }

    private TextChunk Next(TextWindow text)
    {
        int start = options.Overlap == 0 ? Position : text.SeamAfter(Math.Max(0, Position - options.Overlap));
        int nextBreak = _breaks?.FirstBehind(Position) ?? int.MaxValue;
        int sureEnd = Math.Min(nextBreak, text.End);
        int limit = sureEnd - start <= options.MaxLength ? sureEnd : start + options.MaxLength;
        int end = limit == sureEnd ? limit : BestSeam(text, limit);
        int? tokens = _tokens is null ? null : FitTokens(text, start, ref end);
        string? path = outline.Headings.PathOf(Position, Math.Min(end, outline.Sections.FirstBehind(Position)));
        Position = end;
        return new TextChunk(start, end - start) { HeaderPath = path, TokenCount = tokens };
    }

    // A shorter piece may have more tokens than a longer one, so what is cut back to a seam is counted again.
    private int FitTokens(TextWindow text, int start, ref int end)
    {
        int count = _tokens!.Count(text.Slice(start, end));
        while (count > options.MaxTokens)
        {
            int least = Math.Min(text.SeamAfter(Position + 1), end);
            int reach = start + _tokens.Reach(text.Slice(start, end), least - start);
            end = BestSeam(text, Math.Max(least, Math.Min(reach, end - 1)));
            count = _tokens.Count(text.Slice(start, end));
        }

        return count;
    }

    private int BestSeam(TextWindow text, int limit)
    {
        if (rule == SeamRule.CodeUnit)
        {
            return text.SeamBefore(limit);
        }

        int block = rule == SeamRule.StrongestFirst ? outline.Blocks.LastIn(Position, limit) : Math.Max(outline.Sections.LastIn(Position, limit), outline.Blocks.LastIn(Position, limit));
        int end = block == 0 || rule == SeamRule.Sentence ? Math.Max(block, Math.Max(outline.Lines.LastIn(Position, limit), outline.Rows.LastIn(Position, limit))) : block;
        if (end == 0 || rule == SeamRule.Sentence)
        {
            end = Math.Max(end, LastSentence(text, limit));
        }

        end = end > Position ? end : text.SeamBefore(Position + CodeUnitSeams.AfterLastSpace(text.Slice(Position, limit)));
        return end > Position ? end : text.SeamBefore(limit);
    }

    private int LastSentence(TextWindow text, int limit)
    {
        int end = text.SeamBefore(Position + SentenceSegmenter.LastEnd(text.Slice(Position, limit)));
        return end > Position ? end : 0;
    }
}
