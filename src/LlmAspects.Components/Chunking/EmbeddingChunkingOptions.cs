namespace LlmAspects.Components.Chunking;

/// <summary>How the vectors of sentences decide where the subject of a text changes.</summary>
public sealed record EmbeddingChunkingOptions
{
    /// <summary>How many sentences a piece has. The default is <see cref="SegmentLengths"/> with its defaults.</summary>
    public SegmentLengths Lengths { get; init; } = new();

    /// <summary>How many sentences one call of the model gets, 1 to 2,048. The default is 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>
    /// How much it counts that sentences of a piece are alike, above 0 and at most 100: the weight of their squared distances from their mean, in units of
    /// half the median squared distance of neighbours. More makes more and smaller pieces. The default is 1.
    /// </summary>
    public double Sharpness { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        Lengths.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, 2_048);
        if (!(Sharpness > 0 && Sharpness <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(Sharpness), Sharpness, "The sharpness must be above 0 and at most 100.");
        }
    }
}
