namespace LlmAspects.Components.Failover;

/// <summary>A candidate that was passed over without a call.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Reason">Why.</param>
public sealed record FailoverSkip(string ModelId, string Reason);
