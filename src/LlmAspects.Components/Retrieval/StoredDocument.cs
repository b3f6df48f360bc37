using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Retrieval;

/// <summary>A document as a store keeps it: cut and embedded once.</summary>
/// <param name="Document">The document.</param>
/// <param name="Pieces">Where its pieces stand in the text.</param>
/// <param name="Embeddings">The embeddings of the pieces, as many; empty when they have none.</param>
public sealed record StoredDocument(SourceDocument Document, IReadOnlyList<TextChunk> Pieces, IReadOnlyList<ReadOnlyMemory<float>> Embeddings);
