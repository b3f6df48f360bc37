namespace LlmAspects.Components.Retrieval;

/// <summary>A piece in the index.</summary>
internal sealed class IndexedChunk(SourceDocument document, int start, int length, string? headerPath, IReadOnlyDictionary<string, int> terms)
{
    private const int Never = int.MaxValue;

    private volatile int _removedIn = Never;

    public SourceDocument Document { get; } = document;

    public int Start { get; } = start;

    /// <summary>Each term of the piece with its frequency.</summary>
    public IReadOnlyDictionary<string, int> Terms { get; } = terms;

    /// <summary>The number of terms, repetitions included.</summary>
    public int TermCount { get; } = terms.Values.Sum();

    public bool IsRemoved => _removedIn != Never;

    /// <summary>Whether readers of a version of the index must pass it over.</summary>
    public bool IsRemovedIn(int version) => _removedIn <= version;

    /// <summary>Removes the piece from a version on; older ones keep it.</summary>
    public void RemoveFrom(int version) => _removedIn = version;

    public RetrievedChunk ToResult(double score) =>
        new(Document.Id, Start, Document.Text.Substring(Start, length), score) { Title = Document.Title, HeaderPath = headerPath, Source = "bm25" };
}
