namespace LlmAspects.Components.Chunking;

/// <summary>How the words of a text decide where its subject changes.</summary>
/// <remarks>The defaults, those of the lengths included, are what <c>llmaspects eval chunking --data choi.tune.jsonl --tune</c> finds best on 100 documents of Choi's set.</remarks>
public sealed record LexicalCohesionOptions
{
    /// <summary>How many sentences a segment has. The default is <see cref="SegmentLengths"/> with its defaults.</summary>
    public SegmentLengths Lengths { get; init; } = new();

    /// <summary>
    /// How even the words of a segment are expected to be, above 0 and at most 100: the concentration of the symmetric Dirichlet prior, for each word of the vocabulary.
    /// Less makes segments stand out by fewer words. The default is 1.
    /// </summary>
    public double Concentration { get; init; } = 1;

    /// <summary>How much the expected length counts beside the words, from 0 (not at all) to 100. The default is 1.</summary>
    public double LengthWeight { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        Lengths.Validate();
        if (!(Concentration > 0 && Concentration <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(Concentration), Concentration, "The concentration must be above 0 and at most 100.");
        }

        if (!(LengthWeight >= 0 && LengthWeight <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(LengthWeight), LengthWeight, "The weight must be from 0 to 100.");
        }
    }
}
