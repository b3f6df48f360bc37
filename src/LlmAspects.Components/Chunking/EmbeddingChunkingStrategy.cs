using System.Numerics.Tensors;
using LlmAspects.Components.Chunking.Cohesion;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Chunking;

/// <summary>
/// Cuts where the meaning of a text changes: of all divisions into whole sentences that the cap allows, the one whose pieces have the most similar
/// sentences, by the vectors of an embedding model, and about the expected number of them. A text that fits into one piece is not sent to the model.
/// Tables, code fences and list items that fit stay whole. Thread-safe when the generator is.
/// </summary>
public sealed class EmbeddingChunkingStrategy : IAsyncChunkingStrategy
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly SegmentSearch _search;

    /// <summary>Creates a strategy.</summary>
    /// <param name="generator">Makes the vectors; not disposed.</param>
    /// <param name="options">How vectors decide; the default is <see cref="EmbeddingChunkingOptions"/> with its defaults.</param>
    /// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown. The default is <see langword="true"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EmbeddingChunkingStrategy(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingChunkingOptions? options = null, bool markdown = true)
    {
        ArgumentNullException.ThrowIfNull(generator);
        _generator = generator;
        Options = options ?? new EmbeddingChunkingOptions();
        Options.Validate();
        Markdown = markdown;
        _search = new SegmentSearch(Options.Lengths, priorWeight: 1);
    }

    /// <summary>How vectors decide.</summary>
    public EmbeddingChunkingOptions Options { get; }

    /// <summary>Whether the text is read as Markdown. The default is <see langword="true"/>.</summary>
    public bool Markdown { get; }

    /// <inheritdoc/>
    public string Name => "embedding";

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A cap or the overlap is out of range.</exception>
    /// <exception cref="LlmChunkingException">The model gave another number of vectors than of sentences, or vectors of different lengths.</exception>
    public async ValueTask<IReadOnlyList<TextChunk>> SplitAsync(ReadOnlyMemory<char> text, ChunkingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        cancellationToken.ThrowIfCancellationRequested();
        UnitList units = UnitList.Of(text.Span, Markdown, options);
        if (units.Count < 2 || units.Fits(0, units.Count))
        {
            return units.Cut(text.Span, []);
        }

        float[][] vectors = await EmbedAsync(text, units, cancellationToken).ConfigureAwait(false);
        List<int> boundaries = _search.Run(units.Count, new VectorScore(vectors, Options.Sharpness), units.Fits, cancellationToken);
        return units.Cut(text.Span, boundaries);
    }

    private async Task<float[][]> EmbedAsync(ReadOnlyMemory<char> text, UnitList units, CancellationToken cancellationToken)
    {
        var vectors = new List<float[]>(units.Count);
        while (vectors.Count < units.Count)
        {
            string[] batch = [.. Enumerable.Range(vectors.Count, Math.Min(Options.BatchSize, units.Count - vectors.Count)).Select(unit => units.In(text.Span, unit).Trim().ToString())];
            GeneratedEmbeddings<Embedding<float>> embeddings = await _generator.GenerateAsync(batch, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (embeddings.Count != batch.Length)
            {
                throw new LlmChunkingException("wrong_embedding_count", $"The embedding model gave {embeddings.Count} vectors for {batch.Length} sentences.");
            }

            vectors.AddRange(embeddings.Select(embedding => Normalize(embedding.Vector.Span)));
        }

        return vectors.TrueForAll(vector => vector.Length == vectors[0].Length)
            ? [.. vectors]
            : throw new LlmChunkingException("wrong_embedding_length", "The embedding model gave vectors of different lengths.");
    }

    private static float[] Normalize(ReadOnlySpan<float> vector)
    {
        float[] unit = vector.ToArray();
        float norm = TensorPrimitives.Norm<float>(unit);
        if (norm > 0)
        {
            TensorPrimitives.Divide(unit, norm, unit);
        }

        return unit;
    }
}
