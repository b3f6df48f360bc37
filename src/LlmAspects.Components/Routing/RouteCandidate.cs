namespace LlmAspects.Components.Routing;

/// <summary>A model that can serve the request. Immutable.</summary>
/// <param name="Model">The model.</param>
/// <param name="Score">What it was ordered by, to three digits, higher first; comparable within one decision only.</param>
/// <param name="Reason">Why it stands where it stands.</param>
public readonly record struct RouteCandidate(ModelInfo Model, double Score, string Reason)
{
    private readonly RouteLine _line;
    private readonly string? _reason = Reason;

    internal RouteCandidate(in RouteLine line)
        : this(line.Model, line.Figure.Score / 1_000d, null!) => _line = line;

    /// <summary>Why it stands where it stands. A candidate of the router writes it anew each time it is read.</summary>
    public string Reason
    {
        get => _reason ?? (_line.Table is null ? "" : RouteReasons.OfCandidate(_line));
        init => _reason = value;
    }

    /// <summary>Whether model, score and reason are equal.</summary>
    /// <param name="other">Another candidate.</param>
    public bool Equals(RouteCandidate other) =>
        Equals(Model, other.Model) && Score.Equals(other.Score) && string.Equals(Reason, other.Reason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Model, Score);
}
