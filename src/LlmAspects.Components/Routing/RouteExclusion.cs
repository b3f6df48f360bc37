namespace LlmAspects.Components.Routing;

/// <summary>A model that cannot serve the request. Immutable.</summary>
/// <param name="Model">The model.</param>
/// <param name="Cause">Which filter excluded it.</param>
/// <param name="Reason">Why, with the figures, in one sentence.</param>
public readonly record struct RouteExclusion(ModelInfo Model, RouteExclusionCause Cause, string Reason)
{
    private readonly RouteLine _line;
    private readonly string? _reason = Reason;

    internal RouteExclusion(in RouteLine line)
        : this(line.Model, (RouteExclusionCause)line.Figure.Cause, null!) => _line = line;

    /// <summary>Why, with the figures, in one sentence. An exclusion by the router writes it anew each time it is read.</summary>
    public string Reason
    {
        get => _reason ?? (_line.Table is null ? "" : RouteReasons.OfExclusion(_line));
        init => _reason = value;
    }

    /// <summary>Whether model, cause and reason are equal.</summary>
    /// <param name="other">Another exclusion.</param>
    public bool Equals(RouteExclusion other) =>
        Equals(Model, other.Model) && Cause == other.Cause && string.Equals(Reason, other.Reason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Model, Cause);
}
