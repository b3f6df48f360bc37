using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Retrieval;

/// <summary>The documents of one tenant. Writers take turns; readers never wait.</summary>
internal sealed class TenantIndex(RetrieverOptions options)
{
    /// <summary>Below this many removed pieces a compaction is not worth its time.</summary>
    private const int MinRemoved = 256;

    private readonly Lock _writer = new();
    private readonly Dictionary<string, IndexedDocument> _documents = new(StringComparer.Ordinal);
    private volatile IndexGeneration _generation = new(options.PairWeight > 0);
    private volatile int _documentCount;

    public int DocumentCount => _documentCount;

    public int ChunkCount => _generation.View.Living;

    public IndexGeneration Generation => _generation;

    /// <summary>Adds a document; one with the same id is replaced.</summary>
    /// <param name="document">The document.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="embeddings">Their embeddings, or none.</param>
    public void Put(SourceDocument document, IReadOnlyList<TextChunk> pieces, IReadOnlyList<ReadOnlyMemory<float>> embeddings)
    {
        IReadOnlyList<ChunkVector?> vectors = [.. embeddings.Select(embedding => ChunkVector.Of(embedding.Span, options.VectorPrecision))];
        lock (_writer)
        {
            TermSequence[] terms = [.. pieces.Select(piece => TermsOf(document, piece))];
            Neighborhood[] neighbors = options.NeighborWeight > 0 ? Neighborhood.Of(pieces, terms) : new Neighborhood[terms.Length];
            IReadOnlyList<IndexedChunk> chunks = [.. pieces.Select((piece, i) => new IndexedChunk(document, piece, terms[i], neighbors[i], vectors.Count > 0 ? vectors[i] : null))];
            _generation.Replace(_documents.GetValueOrDefault(document.Id)?.Chunks ?? [], chunks);
            _documents[document.Id] = new IndexedDocument(document, chunks);
            _documentCount = _documents.Count;
            CompactIfSparse();
        }
    }

    /// <summary>The documents at this moment, by id in ordinal order.</summary>
    public IReadOnlyList<SourceDocument> Documents()
    {
        lock (_writer)
        {
            return [.. _documents.Values.Select(static document => document.Document).OrderBy(static document => document.Id, StringComparer.Ordinal)];
        }
    }

    public SourceDocument? Find(string documentId)
    {
        lock (_writer)
        {
            return _documents.GetValueOrDefault(documentId)?.Document;
        }
    }

    public bool Remove(string documentId)
    {
        lock (_writer)
        {
            if (!_documents.Remove(documentId, out IndexedDocument? document))
            {
                return false;
            }

            _generation.Replace(document.Chunks, []);
            _documentCount = _documents.Count;
            CompactIfSparse();
            return true;
        }
    }

    private TermSequence TermsOf(SourceDocument document, TextChunk piece) =>
        TermSequence.Read(piece.In(document.Text), options.IndexHeaderPath ? piece.HeaderPath : null, options.Language, _generation);

    private void CompactIfSparse()
    {
        IndexView view = _generation.View;
        if (view.Count - view.Living < Math.Max(MinRemoved, view.Living))
        {
            return;
        }

        var compacted = new IndexGeneration(_generation.IndexesPairs, view.Version);
        var chunks = new List<IndexedChunk>(view.Living);
        foreach ((string id, IndexedDocument document) in _documents.ToArray())
        {
            IReadOnlyList<IndexedChunk> adopted = compacted.Adopt(document.Chunks, _generation);
            _documents[id] = document with { Chunks = adopted };
            chunks.AddRange(adopted);
        }

        compacted.Replace([], chunks);
        _generation = compacted;
    }

    /// <summary>A document may have no pieces.</summary>
    private sealed record IndexedDocument(SourceDocument Document, IReadOnlyList<IndexedChunk> Chunks);
}
