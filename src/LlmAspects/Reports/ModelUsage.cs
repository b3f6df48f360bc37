namespace LlmAspects.Reports;

/// <summary>The tokens that a model used and what they cost.</summary>
public sealed record ModelUsage
{
    /// <summary>The id of the model.</summary>
    public required string Model { get; init; }

    /// <summary>The recorded calls.</summary>
    public required long Calls { get; init; }

    /// <summary>Input tokens, cached ones among them.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Output tokens, reasoning tokens among them.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Input tokens that the provider served from its own cache.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>Output tokens that the model spent on thinking.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>The price in US dollars of the calls whose price is known; <see langword="null"/> when none is.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The calls whose price is not known; <see cref="Cost"/> is all of it only while this is 0.</summary>
    public long UnpricedCalls { get; init; }
}
