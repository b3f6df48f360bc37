using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace LlmAspects.Components.Routing;

/// <summary>
/// The capable models in the order to try them, and why the others are not among them. Immutable. Requests get the same object when all that it says is the same for them:
/// models are ordered by exact figures, and reasons state them rounded, so that what a shared decision says is true of every request that got it.
/// </summary>
public sealed class RouteDecision
{
    private RouteExclusion[]? _exclusions;

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
        _exclusions = exclusions.IsDefault ? [] : [.. exclusions];
        Strategy = strategy;
    }

    internal RouteDecision(RouteExplanation explanation)
    {
        Explanation = explanation;
        Strategy = explanation.Strategy;
        var candidates = new RouteCandidate[explanation.Candidates];
        for (int place = 0; place < candidates.Length; place++)
        {
            candidates[place] = new RouteCandidate(explanation, place);
        }

        Candidates = ImmutableCollectionsMarshal.AsImmutableArray(candidates);
    }

    /// <summary>The capable models, best first; never empty.</summary>
    public ImmutableArray<RouteCandidate> Candidates { get; }

    /// <summary>The other models and why.</summary>
    public ImmutableArray<RouteExclusion> Exclusions => ImmutableCollectionsMarshal.AsImmutableArray(_exclusions ??= Explanation?.MakeExclusions() ?? []);

    /// <summary>The strategy that ordered the candidates, for example <c>balanced</c>.</summary>
    public string Strategy { get; }

    /// <summary>The first candidate's model.</summary>
    public ModelInfo Model => Candidates[0].Model;

    /// <summary>The figures of a decision of the router; <see langword="null"/> of any other.</summary>
    internal RouteExplanation? Explanation { get; }
}
