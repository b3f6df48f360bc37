namespace LlmAspects.Components.Quality;

/// <summary>What the quality monitor measured of one answer.</summary>
public sealed record QualityReport
{
    /// <summary>How much of the answer the retrieved context supports.</summary>
    public required QualityScore Groundedness { get; init; }

    /// <summary>The sentences of the answer with their best evidence, in order.</summary>
    public IReadOnlyList<SentenceSupport> Sentences { get; init; } = [];

    /// <summary>What a reader should be warned of. The default is empty.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
