namespace LlmAspects.Components.Routing;

/// <summary>What reasons need of the request; the limits are set only when a model was excluded by them.</summary>
internal readonly record struct RouteHeader(RoutingStrategy Strategy, decimal? CostLimit, TimeSpan? LatencyLimit);
