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

    /// <summary>
    /// Up to which length in UTF-16 code units found pieces that touch in a document are joined to one passage, at least 0. Pieces join in the order of
    /// their rank until the next one would begin a passage too many, so <see cref="Top"/> counts passages; each has the score and the headings of its best
    /// piece. The default is 0: pieces are returned as they were cut.
    /// </summary>
    public int PassageLength { get; init; }

    /// <summary>Which documents may be found, applied before the ranking. The default is <see langword="null"/>: all.</summary>
    public MetadataFilter? Filter { get; init; }
}
