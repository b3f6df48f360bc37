namespace LlmAspects.Components.Quality;

/// <summary>What a quality monitor measured since it was created or reset.</summary>
public sealed record QualityStatistics
{
    /// <summary>The answers seen.</summary>
    public required long Evaluations { get; init; }

    /// <summary>Those whose groundedness could be measured.</summary>
    public required long Measured { get; init; }

    /// <summary>The mean groundedness of all that were measured; <see langword="null"/> without any.</summary>
    public required double? Mean { get; init; }

    /// <summary>The lowest groundedness; <see langword="null"/> without any.</summary>
    public required double? Minimum { get; init; }

    /// <summary>The statements checked.</summary>
    public required long Statements { get; init; }

    /// <summary>The statements below the threshold.</summary>
    public required long Unsupported { get; init; }
}
