using LlmAspects.Components.Chunking;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Retrieval;

/// <summary>Cuts and embeds documents, each once. Thread-safe.</summary>
/// <param name="chunker">Cuts them.</param>
/// <param name="generator">Embeds the pieces; <see langword="null"/>: they get no embedding.</param>
/// <param name="withHeaderPath">Whether the headings above a piece are embedded with it.</param>
internal sealed class DocumentEmbedder(SemanticChunker chunker, IEmbeddingGenerator<string, Embedding<float>>? generator, bool withHeaderPath)
{
    /// <summary>How many pieces a generator is asked to embed at once.</summary>
    private const int Batch = 64;

    /// <summary>Cuts and embeds a document.</summary>
    /// <exception cref="InvalidOperationException">The generator returned another number of embeddings than it was given texts.</exception>
    public async Task<StoredDocument> EmbedAsync(SourceDocument document, CancellationToken cancellationToken)
    {
        IReadOnlyList<TextChunk> pieces = chunker.ChunkDocument(document);
        if (generator is null)
        {
            return new StoredDocument(document, pieces, []);
        }

        var embeddings = new List<ReadOnlyMemory<float>>(pieces.Count);
        foreach (TextChunk[] batch in pieces.Chunk(Batch))
        {
            string[] texts = [.. batch.Select(piece => withHeaderPath && piece.HeaderPath is { } path ? $"{path}\n{piece.In(document.Text)}" : piece.In(document.Text).ToString())];
            GeneratedEmbeddings<Embedding<float>> generated = await generator.GenerateAsync(texts, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (generated.Count != texts.Length)
            {
                throw new InvalidOperationException($"The generator returned {generated.Count} embeddings for {texts.Length} texts.");
            }

            embeddings.AddRange(generated.Select(static embedding => embedding.Vector));
        }

        return new StoredDocument(document, pieces, embeddings);
    }
}
