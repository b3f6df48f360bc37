namespace LlmAspects.Components.Quality;

/// <summary>Settings of the quality monitor.</summary>
public sealed record LlmQualityOptions
{
    /// <summary>The score from which a statement counts as supported, above 0 and at most 1. The default is 0.5.</summary>
    public double SupportThreshold { get; init; } = 0.5;

    /// <summary>How many of the last scores the trend looks at, at least 2. The default is 1,000.</summary>
    public int TrendWindow { get; init; } = 1_000;

    /// <summary>The most warnings in a report, at least 1; what is left out is counted in the last one. The default is 20.</summary>
    public int MaxWarnings { get; init; } = 20;

    internal void Validate()
    {
        if (!(SupportThreshold is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(SupportThreshold), SupportThreshold, "The threshold must be above 0 and at most 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(TrendWindow, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWarnings, 1);
    }
}
