namespace LlmAspects.Components.Tokens;

/// <summary>What was used, summed over calls.</summary>
public readonly record struct UsageTotals
{
    /// <summary>The recorded calls.</summary>
    public long Calls { get; init; }

    /// <summary>Input tokens, cached ones among them.</summary>
    public long InputTokens { get; init; }

    /// <summary>Output tokens, reasoning tokens among them.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Input tokens that the provider served from its own cache.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>Output tokens that the model spent on thinking.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>The price in US dollars of the calls whose price is known.</summary>
    public decimal Cost { get; init; }

    /// <summary>The calls whose price is not known, or that reported no input or no output tokens; <see cref="Cost"/> is all of it only while this is 0.</summary>
    public long UnpricedCalls { get; init; }

    /// <summary>The sum.</summary>
    /// <param name="left">Some usage.</param>
    /// <param name="right">Other usage.</param>
    public static UsageTotals operator +(UsageTotals left, UsageTotals right) => Add(left, right);

    /// <summary>The sum.</summary>
    /// <param name="left">Some usage.</param>
    /// <param name="right">Other usage.</param>
    public static UsageTotals Add(UsageTotals left, UsageTotals right) => new()
    {
        Calls = left.Calls + right.Calls,
        InputTokens = left.InputTokens + right.InputTokens,
        OutputTokens = left.OutputTokens + right.OutputTokens,
        CachedInputTokens = left.CachedInputTokens + right.CachedInputTokens,
        ReasoningTokens = left.ReasoningTokens + right.ReasoningTokens,
        Cost = left.Cost + right.Cost,
        UnpricedCalls = left.UnpricedCalls + right.UnpricedCalls,
    };
}
