namespace LlmAspects.Components.Retrieval;

/// <summary>A document as a record of a <see cref="ContextRetrieverExtensions.AsVectorStoreCollection"/>.</summary>
public sealed record RetrievalRecord
{
    /// <summary>The id of the document, unique in its collection.</summary>
    public required string Key { get; init; }

    /// <summary>The whole text.</summary>
    public required string Text { get; init; }

    /// <summary>The name shown to people. The default is <see langword="null"/>: the key.</summary>
    public string? Title { get; init; }

    /// <summary>Values to filter by. The default is empty.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    internal static RetrievalRecord Of(SourceDocument document) => new() { Key = document.Id, Text = document.Text, Title = document.Title, Metadata = document.Metadata };

    internal SourceDocument ToDocument(string tenant) => new(Key, Text) { Title = Title, Metadata = Metadata, Tenant = tenant };
}
