namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>One change of a query, with everything that is needed to take it back.</summary>
/// <param name="Strategy">What was done.</param>
/// <param name="Feature">What it was done about.</param>
/// <param name="Start">Where it stands in the original, in UTF-16 code units.</param>
/// <param name="OptimizedStart">Where it stands in the optimized text.</param>
/// <param name="Removed">What was there; empty when something was only added.</param>
/// <param name="Inserted">What is there now; empty when something was only left out.</param>
/// <param name="Reason">Why it was allowed: evidence, trust, acceptance or exploration.</param>
/// <param name="Gain">The learned gain in quality; <see langword="null"/> while there is too little evidence.</param>
public sealed record QueryEdit(
    OptimizationStrategy Strategy, QueryFeature Feature, int Start, int OptimizedStart, string Removed, string Inserted, string Reason, GainEstimate? Gain);
