namespace LlmAspects.Components.Retrieval;

/// <summary>A document to search in.</summary>
/// <param name="Id">Unique in an index, for example the path below the folder.</param>
/// <param name="Text">The whole text; citations are offsets into it.</param>
public sealed record SourceDocument(string Id, string Text)
{
    /// <summary>The name shown to people. The default is <see langword="null"/>: the id.</summary>
    public string? Title { get; init; }

    /// <summary>Whose document it is; only requests of the same tenant see it. The default is <c>""</c>.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>
    /// Whether the text is cut along Markdown (or prose) or along lines. The default is <see langword="null"/>: the extension of the id decides. It matters
    /// when the document is cut, and no store keeps it.
    /// </summary>
    public bool? IsMarkdown { get; init; }

    /// <summary>Values to filter by. The default is empty.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
