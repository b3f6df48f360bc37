namespace LlmAspects.Components.Routing;

/// <summary>A model that can serve the request. Immutable; a candidate of the router makes its reason when it is first read.</summary>
/// <param name="Model">The model.</param>
/// <param name="Score">What it was ordered by, to three digits, higher first; comparable within one decision only.</param>
/// <param name="Reason">Why it stands where it stands.</param>
public sealed record RouteCandidate(ModelInfo Model, double Score, string Reason)
{
    private readonly RouteExplanation? _explanation;
    private readonly int _place;
    private string? _reason = Reason;

    internal RouteCandidate(RouteExplanation explanation, int place)
        : this(explanation.ModelAt(place), explanation.ScoreAt(place), null!)
    {
        _explanation = explanation;
        _place = place;
    }

    /// <summary>Why it stands where it stands.</summary>
    public string Reason
    {
        get => _reason ??= _explanation?.ReasonOf(_place)!;
        init => _reason = value;
    }

    /// <summary>Whether model, score and reason are equal.</summary>
    /// <param name="other">Another candidate.</param>
    public bool Equals(RouteCandidate? other) =>
        other is not null && Model.Equals(other.Model) && Score.Equals(other.Score) && string.Equals(Reason, other.Reason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Model, Score);
}
