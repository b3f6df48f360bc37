namespace LlmAspects.Components.Chunking;

/// <summary>
/// What the strategies have in common that walk through a text once and cut at its seams: the pieces cover the text without a gap; with an
/// overlap each starts exactly that many code units before the end of the one before (one less where that would cut a surrogate pair or CRLF)
/// and brings at least one new code unit. Linear time; a cap in tokens costs a few counts a piece. Thread-safe.
/// </summary>
public abstract class SeamChunkingStrategy : IChunkingStrategy
{
    private readonly SeamRule _rule;

    private protected SeamChunkingStrategy(SeamRule rule, bool markdown)
    {
        _rule = rule;
        Markdown = markdown;
    }

    /// <summary>Whether the text is read as Markdown. The default is <see langword="true"/>.</summary>
    public bool Markdown { get; }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A cap or the overlap is out of range.</exception>
    public IReadOnlyList<TextChunk> Split(ReadOnlyMemory<char> text, ChunkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var chunks = new List<TextChunk>();
        var outline = new TextOutline(Markdown);
        var window = new TextWindow(text.Span);
        outline.Read(window, complete: true);
        new ChunkCutter(outline, options, _rule).Cut(window, complete: true, chunks);
        return chunks;
    }
}
