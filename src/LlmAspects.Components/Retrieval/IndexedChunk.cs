using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Retrieval;

/// <summary>A piece in the index.</summary>
/// <param name="document">The document that it is a piece of.</param>
/// <param name="piece">Where it stands in the text.</param>
/// <param name="terms">Its terms.</param>
/// <param name="neighbors">The pieces around it whose terms count too.</param>
/// <param name="vector">Its embedding; <see langword="null"/> when it has none.</param>
internal sealed class IndexedChunk(SourceDocument document, TextChunk piece, TermSequence terms, Neighborhood neighbors, ChunkVector? vector)
{
    private const int Never = int.MaxValue;

    private volatile int _removedIn = Never;

    public SourceDocument Document { get; } = document;

    public int Start => piece.Start;

    public TermSequence Terms { get; } = terms;

    public Neighborhood Neighbors { get; } = neighbors;

    public ChunkVector? Vector { get; } = vector;

    /// <summary>Whether readers of a version of the index must pass it over.</summary>
    public bool IsRemovedIn(int version) => _removedIn <= version;

    /// <summary>Removes the piece from a version on; older ones keep it.</summary>
    public void RemoveFrom(int version) => _removedIn = version;

    public IndexedChunk With(TermSequence other) => new(Document, piece, other, Neighbors, Vector);

    public RetrievedChunk ToResult(double score, string source) =>
        new(Document.Id, piece.Start, Document.Text.Substring(piece.Start, piece.Length), score) { Title = Document.Title, HeaderPath = piece.HeaderPath, Source = source };
}
