namespace LlmAspects.Components.Routing;

/// <summary>A model that can serve the request.</summary>
/// <param name="Model">The model.</param>
/// <param name="Score">What it was ordered by, higher first; comparable within one decision only.</param>
/// <param name="Reason">Why it stands where it stands.</param>
public sealed record RouteCandidate(ModelInfo Model, double Score, string Reason);
