namespace LlmAspects.Components.Quality;

/// <summary>Where the groundedness of the last answers is going.</summary>
public sealed record QualityTrend
{
    /// <summary>The last scores, oldest first, at most <see cref="LlmQualityOptions.TrendWindow"/>.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>The mean of the newer half less the mean of the older half, from -1 to 1; missing while there are fewer than 10 scores.</summary>
    public required QualityScore Change { get; init; }
}
