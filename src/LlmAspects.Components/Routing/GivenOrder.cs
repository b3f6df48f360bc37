using System.Collections.Immutable;

namespace LlmAspects.Components.Routing;

/// <summary>A decision that no router made. Immutable.</summary>
internal sealed record GivenOrder(ImmutableArray<RouteCandidate> Candidates, ImmutableArray<RouteExclusion> Exclusions, string Strategy)
{
    /// <summary>The models of both; <see langword="null"/> where a value is a default one.</summary>
    public IEnumerable<ModelInfo?> Models => Candidates.Select(static candidate => candidate.Model).Concat(Exclusions.Select(static exclusion => exclusion.Model));
}
