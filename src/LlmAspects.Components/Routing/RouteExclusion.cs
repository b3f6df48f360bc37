namespace LlmAspects.Components.Routing;

/// <summary>A model that cannot serve the request.</summary>
/// <param name="Model">The model.</param>
/// <param name="Cause">Which filter excluded it.</param>
/// <param name="Reason">Why, with the figures, in one sentence.</param>
public sealed record RouteExclusion(ModelInfo Model, RouteExclusionCause Cause, string Reason);
