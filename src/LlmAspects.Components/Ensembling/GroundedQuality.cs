using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Ensembling;

/// <summary>The quality of an answer as the share of it that the documents of its request support.</summary>
internal sealed class GroundedQuality(LlmQualityMonitor monitor)
{
    /// <summary>The groundedness; <see langword="null"/> without documents.</summary>
    public double? Measure(EnsembleCandidate candidate) => RetrievedContext.Find(candidate.Messages) is { } context
        ? monitor.Evaluate(candidate.Response.Text, context, !ResponseProperties.SaysUnanswered(candidate.Response)).Groundedness.Value
        : null;
}
