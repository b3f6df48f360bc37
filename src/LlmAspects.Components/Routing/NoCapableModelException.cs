using System.Collections.Immutable;

namespace LlmAspects.Components.Routing;

/// <summary>No model of the catalogue can serve the request.</summary>
public sealed class NoCapableModelException : LlmRouterException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="exclusions">Every model and why it was excluded.</param>
    /// <param name="hint">What the user can do, a whole sentence; <see langword="null"/>: nothing is known.</param>
    public NoCapableModelException(ImmutableArray<RouteExclusion> exclusions, string? hint = null)
        : base("no_capable_model", Describe(exclusions, hint)) => Exclusions = exclusions;

    /// <summary>Every model and why it was excluded.</summary>
    public ImmutableArray<RouteExclusion> Exclusions { get; }

    private static string Describe(ImmutableArray<RouteExclusion> exclusions, string? hint)
    {
        string why = exclusions.IsDefaultOrEmpty
            ? "The catalogue has no model."
            : $"No model can serve this request: {string.Join("; ", exclusions.Select(exclusion => $"{exclusion.Model.Id}: {exclusion.Reason}"))}.";
        return hint is null ? why : $"{why} {hint}";
    }
}
