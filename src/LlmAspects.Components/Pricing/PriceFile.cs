namespace LlmAspects.Components.Pricing;

/// <summary>A price table as it is written.</summary>
internal sealed record PriceFile
{
    public required int Version { get; init; }

    public required string Currency { get; init; }

    public string? Source { get; init; }

    public required Dictionary<string, List<PriceEntry?>?> Models { get; init; }
}
