using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Pricing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>What answers cost: as the pipeline says, which knows its failed attempts; else by the price table.</summary>
internal sealed class CallPrices(PriceTable? prices, TimeProvider time)
{
    public decimal? CostOf(ChatResponse response, string? pinned) => response.TryGetDetails(out LlmResponseDetails? details)
        ? details.Cost
        : CostOf(response.Usage, response.ModelId, pinned);

    /// <summary>The members that answered, and the fusing model. A member that was given up while it wrote is not known here.</summary>
    public decimal? CostOf(EnsembleResult result)
    {
        decimal? sum = result.IsFused ? CostOf(result.Response, pinned: null) : 0;
        foreach (MemberContribution member in result.Contributions.Where(static member => member.Response is not null))
        {
            sum += member.Cost ?? CostOf(member.Response!, member.ModelId);
        }

        return sum;
    }

    // The name that the provider gives may be one of a dated version.
    private decimal? CostOf(UsageDetails? usage, params ReadOnlySpan<string?> names)
    {
        if (prices is null || usage is null)
        {
            return null;
        }

        foreach (string? name in names)
        {
            if (name is not null && prices.Contains(name))
            {
                return prices.Cost(name, usage, time.GetUtcNow());
            }
        }

        return null;
    }
}
