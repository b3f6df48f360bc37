namespace LlmAspects.Components.Routing;

/// <summary>What a decision says of the request; a limit is set only when a model was excluded by it.</summary>
internal readonly record struct RouteHeader(RoutingStrategy Strategy, int Candidates, decimal CostLimit, TimeSpan LatencyLimit);
