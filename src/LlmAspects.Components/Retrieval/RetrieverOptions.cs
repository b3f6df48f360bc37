namespace LlmAspects.Components.Retrieval;

/// <summary>How pieces are ranked: BM25 as Lucene computes it (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).</summary>
public sealed record RetrieverOptions
{
    /// <summary>How soon a repeated word stops to count, at least 0. The default is 1.2.</summary>
    public double K1 { get; init; } = 1.2;

    /// <summary>How much long pieces are marked down, from 0 (not at all) to 1. The default is 0.75.</summary>
    public double B { get; init; } = 0.75;

    /// <summary>Whether the headings above a piece can be searched as if they stood in it. The default is <see langword="true"/>.</summary>
    public bool IndexHeaderPath { get; init; } = true;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        if (!double.IsFinite(K1) || K1 < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(K1), K1, "K1 is a number of at least 0.");
        }

        if (!(B >= 0 && B <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(B), B, "B lies between 0 and 1.");
        }
    }
}
