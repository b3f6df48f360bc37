using System.Collections.Immutable;

namespace LlmAspects.Components.Routing;

/// <summary>A decision that no router made. Immutable.</summary>
internal sealed record GivenOrder(ImmutableArray<RouteCandidate> Candidates, ImmutableArray<RouteExclusion> Exclusions, string Strategy);
