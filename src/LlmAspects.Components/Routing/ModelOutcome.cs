namespace LlmAspects.Components.Routing;

/// <summary>How a routed call went.</summary>
/// <param name="Succeeded">Whether there was a usable answer.</param>
public readonly record struct ModelOutcome(bool Succeeded)
{
    /// <summary>How good the answer was, 0 to 1; <see langword="null"/> when nobody measured: then success counts as 1.</summary>
    public double? Quality { get; init; }

    internal double Value => Succeeded ? Quality ?? 1 : 0;
}
