namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Whether a strategy may change a query.</summary>
/// <param name="MayChange">Whether it may.</param>
/// <param name="IsSuggested">Whether it is suggested otherwise.</param>
/// <param name="Reason">Why.</param>
/// <param name="Gain">What was learned of it.</param>
internal readonly record struct StrategyVerdict(bool MayChange, bool IsSuggested, string Reason, GainEstimate? Gain);
