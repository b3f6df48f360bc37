namespace LlmAspects.Components.Pricing;

/// <summary>How a call is served, as far as its price depends on it.</summary>
public enum PriceTier
{
    /// <summary>The call is answered at once. The default.</summary>
    Standard,

    /// <summary>The call is part of a batch that is answered within hours.</summary>
    Batch,
}
