namespace LlmAspects.Components.Orchestration;

/// <summary>What a workflow cost, over retries, fallbacks, panels, decomposition and synthesis, without what came from a checkpoint.</summary>
/// <param name="Known">The sum of the calls whose price is known, in US dollars.</param>
/// <param name="Decomposition">The part that dividing the request cost, as far as it is known.</param>
/// <param name="Synthesis">The part that joining the results cost, as far as it is known.</param>
/// <param name="Calls">The calls that were answered.</param>
/// <param name="UnpricedCalls">Those of them whose price is not known: the provider reported no usage, or the price table lacks the model. Calls that failed are in neither number; the failover handler below may know what they cost.</param>
public readonly record struct WorkflowCost(decimal Known, decimal Decomposition, decimal Synthesis, int Calls, int UnpricedCalls)
{
    /// <summary>The whole sum in US dollars; <see langword="null"/> when the price of a call is not known.</summary>
    public decimal? Total => UnpricedCalls == 0 ? Known : null;
}
