using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Cites a piece of a document: <c>document[SourceStart..SourceEnd] == Snippet</c>. <see cref="CitationAnnotation.FileId"/> is the document's id,
/// <see cref="CitationAnnotation.Title"/> the name shown to people, <see cref="AIAnnotation.AnnotatedRegions"/> the spans of the answer that it supports.
/// </summary>
public sealed class DocumentCitation : CitationAnnotation
{
    /// <summary>The first UTF-16 code unit of the cited text in the document.</summary>
    public int SourceStart { get; init; }

    /// <summary>The code unit after the last one.</summary>
    public int SourceEnd { get; init; }

    /// <summary>Cites a text.</summary>
    /// <param name="chunk">The retrieved piece that holds it.</param>
    /// <param name="start">The first code unit in the piece.</param>
    /// <param name="length">The number of code units.</param>
    /// <param name="regions">The spans of the answer that it supports.</param>
    internal static DocumentCitation Of(RetrievedChunk chunk, int start, int length, params IEnumerable<TextSpanAnnotatedRegion> regions) => new()
    {
        FileId = chunk.DocumentId,
        Title = chunk.Title ?? chunk.DocumentId,
        Snippet = chunk.Text.Substring(start, length),
        SourceStart = chunk.Start + start,
        SourceEnd = chunk.Start + start + length,
        AnnotatedRegions = [.. regions],
    };
}
