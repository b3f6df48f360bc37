namespace LlmAspects.Components.Retrieval;

/// <summary>What to search for.</summary>
/// <param name="Text">The words of the query.</param>
public sealed record RetrievalQuery(string Text)
{
    /// <summary>The most pieces to return, at least 1. The default is 5.</summary>
    public int Top { get; init; } = 5;

    /// <summary>Whose documents are searched. The default is <c>""</c>, a tenant of its own.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>What pieces are ranked by. The default is <see langword="null"/>: both where the retriever has an embedding generator, else the words.</summary>
    public RetrievalStrategy? Strategy { get; init; }

    /// <summary>How much pieces that repeat a better one are marked down (maximal marginal relevance), from 0 (not at all) to 1. The default is 0.</summary>
    public double Diversity { get; init; }

    /// <summary>Which documents may be found, applied before the ranking. The default is <see langword="null"/>: all.</summary>
    public MetadataFilter? Filter { get; init; }
}
