namespace LlmAspects.Components.Retrieval;

/// <summary>A piece of a document that a query found: <c>document[Start..End] == Text</c>.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Start">The first UTF-16 code unit in the document.</param>
/// <param name="Text">The piece.</param>
/// <param name="Score">What it was ranked by, higher first; comparable within one query only.</param>
public sealed record RetrievedChunk(string DocumentId, int Start, string Text, double Score)
{
    /// <summary>The code unit after the last one.</summary>
    public int End => Start + Text.Length;

    /// <summary>The name of the document shown to people; <see langword="null"/>: its id.</summary>
    public string? Title { get; init; }

    /// <summary>The path of headings above the piece; <see langword="null"/> when there is none.</summary>
    public string? HeaderPath { get; init; }

    /// <summary>The part of the retriever that found it, for example <c>bm25</c>.</summary>
    public string Source { get; init; } = "";
}
