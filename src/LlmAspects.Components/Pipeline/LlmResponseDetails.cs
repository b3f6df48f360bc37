using LlmAspects.Components.Caching;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Pipeline;

/// <summary>What the pipeline decided and measured for one answer.</summary>
public sealed record LlmResponseDetails
{
    /// <summary>Whether the documents answered the question; always <see langword="true"/> for models that do not say.</summary>
    public required bool Answered { get; init; }

    /// <summary>What the request was taken for.</summary>
    public required LlmTask Task { get; init; }

    /// <summary>Whether the answer was stored, shared with another caller, or fresh.</summary>
    public required CacheOutcome CacheOutcome { get; init; }

    /// <summary>Whether no model was called for this caller.</summary>
    public bool FromCache => CacheOutcome != CacheOutcome.Miss;

    /// <summary>The candidates in order and the exclusions; <see langword="null"/> for an answer from the cache or of a panel.</summary>
    public RouteDecision? Route { get; init; }

    /// <summary>The attempts; <see langword="null"/> for an answer from the cache or of a panel.</summary>
    public FailoverReport? Failover { get; init; }

    /// <summary>What each member of the panel contributed, and the calibrated confidence; <see langword="null"/> when one model answered, and for an answer from the cache.</summary>
    public EnsembleResult? Ensemble { get; init; }

    /// <summary>What the quality monitor measured when the answer was fresh.</summary>
    public QualityReport? Quality { get; init; }

    /// <summary>The retrieved pieces; <see langword="null"/> without a retriever or when nothing was found.</summary>
    public RetrievedContext? Context { get; init; }

    /// <summary>The citations that were checked against the retrieved pieces.</summary>
    public IReadOnlyList<DocumentCitation> Citations { get; init; } = [];

    /// <summary>Citations of the model that pointed at nothing retrieved, and were removed.</summary>
    public int RejectedCitations { get; init; }

    /// <summary>What the answer cost in US dollars, with the attempts that reported usage before they failed, each at its own model's price; 0 for an answer from the cache; <see langword="null"/> when a price or the usage is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Why each stage did what it did, in order.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}
