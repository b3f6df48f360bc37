namespace LlmAspects.Components.Routing;

/// <summary>Makes what a decision says of the model at a place of a list.</summary>
internal delegate T RouteReader<out T>(in RouteDecision decision, int place);
