namespace LlmAspects.Components.Retrieval;

/// <summary>The documents of one tenant. Writers take turns; readers never wait.</summary>
internal sealed class TenantIndex
{
    /// <summary>Below this many removed pieces a compaction is not worth its time.</summary>
    private const int MinRemoved = 256;

    private readonly Lock _writer = new();
    private readonly Dictionary<string, IReadOnlyList<IndexedChunk>> _documents = new(StringComparer.Ordinal);
    private volatile IndexGeneration _generation = new();
    private volatile int _documentCount;

    public int DocumentCount => _documentCount;

    public int ChunkCount => _generation.View.Living;

    public IndexGeneration Generation => _generation;

    /// <summary>Adds a document; one with the same id is replaced.</summary>
    public void Put(string documentId, IReadOnlyList<IndexedChunk> chunks)
    {
        lock (_writer)
        {
            _generation.Replace(_documents.GetValueOrDefault(documentId, []), chunks);
            _documents[documentId] = chunks;
            _documentCount = _documents.Count;
            CompactIfSparse();
        }
    }

    public bool Remove(string documentId)
    {
        lock (_writer)
        {
            if (!_documents.Remove(documentId, out IReadOnlyList<IndexedChunk>? chunks))
            {
                return false;
            }

            _generation.Replace(chunks, []);
            _documentCount = _documents.Count;
            CompactIfSparse();
            return true;
        }
    }

    private void CompactIfSparse()
    {
        IndexView view = _generation.View;
        if (view.Count - view.Living < Math.Max(MinRemoved, view.Living))
        {
            return;
        }

        var compacted = new IndexGeneration(view.Version);
        compacted.Replace([], [.. view.Chunks.Take(view.Count).Where(chunk => !chunk.IsRemoved)]);
        _generation = compacted;
    }
}
