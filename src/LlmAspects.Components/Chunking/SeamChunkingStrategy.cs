using System.Runtime.CompilerServices;

namespace LlmAspects.Components.Chunking;

/// <summary>
/// What the strategies have in common that walk through a text once and cut at its seams: the pieces cover the text without a gap; with an
/// overlap each starts exactly that many code units before the end of the one before (one less where that would cut a surrogate pair or CRLF)
/// and brings at least one new code unit. Linear time; a cap in tokens costs a few counts a piece. Thread-safe.
/// </summary>
public abstract class SeamChunkingStrategy : IStreamingChunkingStrategy
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

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamedChunk> SplitAsync(IAsyncEnumerable<ReadOnlyMemory<char>> text, ChunkingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return CutAsync(text, options, cancellationToken);
    }

    private async IAsyncEnumerable<StreamedChunk> CutAsync(IAsyncEnumerable<ReadOnlyMemory<char>> text, ChunkingOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Each enumeration begins anew.
        var stream = new ChunkStream(options, _rule, Markdown);
        await foreach (ReadOnlyMemory<char> part in text.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (StreamedChunk chunk in stream.Add(part))
            {
                yield return chunk;
            }
        }

        foreach (StreamedChunk chunk in stream.End())
        {
            yield return chunk;
        }
    }
}
