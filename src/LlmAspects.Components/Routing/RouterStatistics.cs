using System.Collections.Immutable;

namespace LlmAspects.Components.Routing;

/// <summary>What the router did so far.</summary>
/// <param name="Decisions">Decisions made.</param>
/// <param name="Refusals">Requests that no model could serve.</param>
/// <param name="Models">The models of the catalogue, in its order.</param>
public sealed record RouterStatistics(long Decisions, long Refusals, ImmutableArray<ModelRouteStatistics> Models);
