namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Something that could be done about a query and was not.</summary>
/// <param name="Strategy">What could be done; <see cref="OptimizationRequest.Accepted"/> does it.</param>
/// <param name="Feature">What it is about.</param>
/// <param name="Text">Advice to whoever wrote the query.</param>
/// <param name="Reason">Why it was not done.</param>
/// <param name="Gain">The learned gain in quality; <see langword="null"/> while there is too little evidence.</param>
public sealed record QuerySuggestion(OptimizationStrategy Strategy, QueryFeature Feature, string Text, string Reason, GainEstimate? Gain);
