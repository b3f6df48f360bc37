namespace LlmAspects.Components.Retrieval;

/// <summary>How <see cref="FeatureHashingEmbeddingGenerator"/> turns words into dimensions.</summary>
public sealed record FeatureHashingOptions
{
    /// <summary>The dimensions of an embedding, from 16 to 65,536. Fewer make more words share one. The default is 1,024.</summary>
    public int Dimensions { get; init; } = 1_024;

    /// <summary>How words are made comparable. The default is <see cref="RetrievalLanguage.English"/>.</summary>
    public RetrievalLanguage Language { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Dimensions, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Dimensions, 65_536);
        if (!Enum.IsDefined(Language))
        {
            throw new ArgumentOutOfRangeException(nameof(Language), Language, "Language is not one of the enumeration.");
        }
    }
}
