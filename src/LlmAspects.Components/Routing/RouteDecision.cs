using System.Collections.Immutable;

namespace LlmAspects.Components.Routing;

/// <summary>The capable models in the order to try them, and why the others are not among them. Immutable; may be shared by equal requests.</summary>
public sealed class RouteDecision
{
    /// <summary>Creates a decision.</summary>
    /// <param name="candidates">At least one candidate, best first.</param>
    /// <param name="exclusions">The excluded models.</param>
    /// <param name="strategy">The strategy that ordered them.</param>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    public RouteDecision(ImmutableArray<RouteCandidate> candidates, ImmutableArray<RouteExclusion> exclusions, string strategy)
    {
        if (candidates.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A decision needs a candidate; throw NoCapableModelException instead.", nameof(candidates));
        }

        Candidates = candidates;
        Exclusions = exclusions.IsDefault ? [] : exclusions;
        Strategy = strategy;
    }

    /// <summary>The capable models, best first; never empty.</summary>
    public ImmutableArray<RouteCandidate> Candidates { get; }

    /// <summary>The other models and why.</summary>
    public ImmutableArray<RouteExclusion> Exclusions { get; }

    /// <summary>The strategy that ordered the candidates, for example <c>balanced</c>.</summary>
    public string Strategy { get; }

    /// <summary>The first candidate's model.</summary>
    public ModelInfo Model => Candidates[0].Model;
}
