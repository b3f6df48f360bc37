using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Pipeline;

/// <summary>How a fresh answer came about: by one model, or by a panel. Empty for an answer that was stored before.</summary>
internal sealed class FreshAnswer
{
    public RouteDecision? Route { get; set; }

    public FailoverReport? Failover { get; set; }

    public EnsembleResult? Ensemble { get; set; }
}
