namespace LlmAspects.Components.Quality;

/// <summary>What the quality monitor measured of one answer.</summary>
public sealed record QualityReport
{
    /// <summary>How much of the answer the retrieved context supports.</summary>
    public required QualityScore Groundedness { get; init; }

    /// <summary>The groundedness in words; <see langword="null"/> when it could not be measured.</summary>
    public QualityLevel? Level => Groundedness.Value switch
    {
        null => null,
        >= 0.9 => QualityLevel.Excellent,
        >= 0.7 => QualityLevel.Good,
        >= 0.5 => QualityLevel.Fair,
        >= 0.3 => QualityLevel.Poor,
        _ => QualityLevel.VeryPoor,
    };

    /// <summary>The sentences of the answer that state something, with their best evidence, in order; questions, apologies and remarks about the documents are left out.</summary>
    public IReadOnlyList<SentenceSupport> Sentences { get; init; } = [];

    /// <summary>What a reader should be warned of; "statement 1" is the first of <see cref="Sentences"/>. The default is empty.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
