using System.Runtime.CompilerServices;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Chunking;

/// <summary>Cuts texts and documents into pieces with exact offsets. Thread-safe.</summary>
[LlmComponent("semantic_chunking")]
public sealed partial class SemanticChunker
{
    private readonly IChunkingStrategy _text;
    private readonly IChunkingStrategy _lines;
    private long _texts;
    private long _chunks;
    private long _codeUnits;

    /// <summary>Creates a chunker.</summary>
    /// <param name="strategy">How texts are cut. The default is <see cref="RecursiveChunkingStrategy"/>, for Markdown or for lines by the document's file extension.</param>
    /// <param name="options">Caps and overlap; the default is <see cref="ChunkingOptions"/> with its defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cap or the overlap is out of range.</exception>
    public SemanticChunker(IChunkingStrategy? strategy = null, ChunkingOptions? options = null)
        : this(strategy ?? new RecursiveChunkingStrategy(), strategy ?? new RecursiveChunkingStrategy(markdown: false), options)
    {
    }

    private SemanticChunker(IChunkingStrategy text, IChunkingStrategy lines, ChunkingOptions? options)
    {
        Options = options ?? new ChunkingOptions();
        Options.Validate();
        _text = text;
        _lines = lines;
    }

    /// <summary>Caps and overlap.</summary>
    public ChunkingOptions Options { get; }

    /// <summary>The name of the strategy.</summary>
    public string StrategyName => _text.Name;

    /// <summary>Creates a chunker with a strategy of a kind, for Markdown or for lines by the document's file extension.</summary>
    /// <param name="kind">How texts are cut.</param>
    /// <param name="options">Caps and overlap; the default is <see cref="ChunkingOptions"/> with its defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind, or a cap or the overlap is out of range.</exception>
    [NoAspects("There is no chunker yet whose work could be traced.")]
    public static SemanticChunker Of(ChunkingStrategyKind kind, ChunkingOptions? options = null) =>
        new(ChunkingStrategies.Create(kind), ChunkingStrategies.Create(kind, markdown: false), options);

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text; the offsets of the result point into it.</param>
    /// <returns>The pieces in order; empty for an empty text.</returns>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<TextChunk> Split(string text);

    /// <summary>Cuts a document: Markdown and prose along their structure, source code and data along their lines.</summary>
    /// <param name="document">The document; the offsets of the result point into its text.</param>
    /// <returns>The pieces in order; empty for an empty text.</returns>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<TextChunk> ChunkDocument(SourceDocument document);

    /// <summary>Cuts a text that arrives bit by bit; the pieces are those of <see cref="Split"/>. Memory is bounded by the cap, not by the text.</summary>
    /// <param name="text">The parts of the text in order; where one ends has no influence.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pieces in order, each as soon as it is certain, with offsets in the whole text.</returns>
    /// <exception cref="LlmChunkingException">The strategy needs the whole text, or the text has more than 2,147,483,647 code units.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<StreamedChunk> SplitStreamAsync(IAsyncEnumerable<ReadOnlyMemory<char>> text, CancellationToken cancellationToken = default);

    /// <summary>Cuts what a reader reads; the pieces are those of <see cref="Split"/>. Memory is bounded by the cap, not by the text.</summary>
    /// <param name="reader">The reader; it is read to its end and not disposed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pieces in order, each as soon as it is certain, with offsets in the whole text.</returns>
    /// <exception cref="LlmChunkingException">The strategy needs the whole text, or the text has more than 2,147,483,647 code units.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<StreamedChunk> ReadAsync(TextReader reader, CancellationToken cancellationToken = default);

    /// <summary>Cuts a text by a strategy that asks a model.</summary>
    /// <param name="text">The text; the offsets of the result point into it.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The pieces in order; empty for an empty text.</returns>
    [ErrorContext, TracePerformance]
    public partial ValueTask<IReadOnlyList<TextChunk>> SplitAsync(string text, IAsyncChunkingStrategy strategy, CancellationToken cancellationToken = default);

    /// <summary>What was cut so far.</summary>
    [ErrorContext, TracePerformance]
    public partial ChunkingStatistics GetStatistics();

    private IReadOnlyList<TextChunk> SplitCore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cut(_text, text);
    }

    private IReadOnlyList<TextChunk> ChunkDocumentCore(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Cut(document.IsMarkdown ?? DocumentFormat.IsMarkdown(document.Id) ? _text : _lines, document.Text);
    }

    private ChunkingStatistics GetStatisticsCore() =>
        new(Interlocked.Read(ref _texts), Interlocked.Read(ref _chunks), Interlocked.Read(ref _codeUnits));

    private async IAsyncEnumerable<StreamedChunk> SplitStreamCoreAsync(IAsyncEnumerable<ReadOnlyMemory<char>> text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_text is not IStreamingChunkingStrategy strategy)
        {
            throw new LlmChunkingException("streaming_not_supported", $"The strategy {_text.Name} looks at the whole text and cannot cut a stream. Read the text first, or take recursive, sentence, paragraph or character.");
        }

        int end = 0;
        await foreach (StreamedChunk chunk in strategy.SplitAsync(text, Options, cancellationToken).ConfigureAwait(false))
        {
            Interlocked.Increment(ref _chunks);
            Interlocked.Add(ref _codeUnits, chunk.Chunk.End - end);
            end = chunk.Chunk.End;
            yield return chunk;
        }

        Interlocked.Increment(ref _texts);
    }

    private IAsyncEnumerable<StreamedChunk> ReadCoreAsync(TextReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return SplitStreamCoreAsync(TextBlocks.Of(reader, cancellationToken), cancellationToken);
    }

    private async ValueTask<IReadOnlyList<TextChunk>> SplitCoreAsync(string text, IAsyncChunkingStrategy strategy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(strategy);
        return Count(text, await strategy.SplitAsync(text.AsMemory(), Options, cancellationToken).ConfigureAwait(false));
    }

    private IReadOnlyList<TextChunk> Cut(IChunkingStrategy strategy, string text) => Count(text, strategy.Split(text.AsMemory(), Options));

    private IReadOnlyList<TextChunk> Count(string text, IReadOnlyList<TextChunk> chunks)
    {
        Interlocked.Increment(ref _texts);
        Interlocked.Add(ref _chunks, chunks.Count);
        Interlocked.Add(ref _codeUnits, text.Length);
        return chunks;
    }
}
