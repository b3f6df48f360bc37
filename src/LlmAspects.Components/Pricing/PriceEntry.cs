namespace LlmAspects.Components.Pricing;

/// <summary>The prices of a model from a day on, until the next entry.</summary>
internal sealed record PriceEntry
{
    /// <summary>The first day (UTC).</summary>
    public required DateOnly From { get; init; }

    public required ModelPrice Standard { get; init; }

    public ModelPrice? Batch { get; init; }

    public ModelPrice? Of(PriceTier tier) => tier == PriceTier.Batch ? Batch : Standard;
}
