namespace LlmAspects.Components.Retrieval;

/// <summary>How pieces are ranked: BM25 as Lucene computes it (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).</summary>
public sealed record RetrieverOptions
{
    /// <summary>How soon a repeated word stops to count, at least 0. The default is 1.2.</summary>
    public double K1 { get; init; } = 1.2;

    /// <summary>How much long pieces are marked down, from 0 (not at all) to 1. The default is 0.75.</summary>
    public double B { get; init; } = 0.75;

    /// <summary>
    /// How much a pair of words that follow one another in query and text counts beside its words, at least 0. The default is 0.3, found by
    /// cross-validation on the Cranfield collection; 0 indexes no pairs, which takes a third of the memory.
    /// </summary>
    public double PairWeight { get; init; } = 0.3;

    /// <summary>How words are made comparable, in documents and queries. The default is <see cref="RetrievalLanguage.English"/>.</summary>
    public RetrievalLanguage Language { get; init; }

    /// <summary>How the embeddings of pieces are kept. The default is <see cref="VectorPrecision.Full"/>.</summary>
    public VectorPrecision VectorPrecision { get; init; }

    /// <summary>The k of reciprocal rank fusion, at least 1: the greater, the less the first ranks of words and embeddings stand out. The default is 60, as in the paper.</summary>
    public int FusionConstant { get; init; } = 60;

    /// <summary>How many pieces each of the two rankings gives to the fusion, at least 1; more when more are asked for. The default is 100.</summary>
    public int FusionDepth { get; init; } = 100;

    /// <summary>Whether the headings above a piece can be searched as if they stood in it. The default is <see langword="true"/>.</summary>
    public bool IndexHeaderPath { get; init; } = true;

    /// <summary>
    /// How much a word counts that stands not in a piece but in one of the two pieces before or behind it under the same headings, in parts of a word in
    /// the piece itself, from 0 to 1: small pieces are then found by what is said around them. It is a field of a weight as in BM25F (S. Robertson,
    /// H. Zaragoza, M. Taylor, "Simple BM25 Extension to Multiple Weighted Fields", CIKM 2004). The default is 0; above, a query looks at up to five times as many pieces.
    /// </summary>
    public double NeighborWeight { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        if (!double.IsFinite(K1) || K1 < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(K1), K1, "K1 is a number of at least 0.");
        }

        if (!double.IsFinite(PairWeight) || PairWeight < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(PairWeight), PairWeight, "PairWeight is a number of at least 0.");
        }

        if (!(NeighborWeight >= 0 && NeighborWeight <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(NeighborWeight), NeighborWeight, "NeighborWeight lies between 0 and 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(FusionConstant, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FusionDepth, 1);
        if (!Enum.IsDefined(VectorPrecision))
        {
            throw new ArgumentOutOfRangeException(nameof(VectorPrecision), VectorPrecision, "VectorPrecision is not one of the enumeration.");
        }

        if (!Enum.IsDefined(Language))
        {
            throw new ArgumentOutOfRangeException(nameof(Language), Language, "Language is not one of the enumeration.");
        }

        if (!(B >= 0 && B <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(B), B, "B lies between 0 and 1.");
        }
    }
}
