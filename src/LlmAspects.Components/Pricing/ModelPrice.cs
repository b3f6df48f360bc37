using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pricing;

/// <summary>What a model costs, in US dollars for a million tokens. Immutable; the arithmetic is decimal and exact.</summary>
public sealed record ModelPrice
{
    /// <summary>The additional count in which tokens written to the provider's cache are reported; they are part of the input tokens.</summary>
    internal const string CacheWriteCount = "CacheCreationInputTokens";

    private const decimal Million = 1_000_000m;

    /// <summary>Input tokens, from 0 on.</summary>
    public required decimal Input { get; init; }

    /// <summary>Output tokens, from 0 on; tokens that the model spends on thinking are billed as output.</summary>
    public required decimal Output { get; init; }

    /// <summary>Input tokens that the provider serves from its own cache, from 0 on. The default is <see langword="null"/>: they cost as much as other input.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>Input tokens that the provider writes to its own cache, from 0 on. The default is <see langword="null"/>: they cost as much as other input.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>The price of a call without cached tokens, in US dollars.</summary>
    /// <param name="inputTokens">Input tokens, at least 0.</param>
    /// <param name="outputTokens">Output tokens, at least 0, those for thinking among them.</param>
    public decimal CostOf(long inputTokens, long outputTokens) => ((Input * inputTokens) + (Output * outputTokens)) / Million;

    /// <summary>
    /// The price of what a provider reported, in US dollars. By the contract of <see cref="UsageDetails"/> cached tokens are part of the input and reasoning tokens part of the output.
    /// Tokens written to the cache are read from the additional count <c>CacheCreationInputTokens</c>, which the Anthropic client reports.
    /// Cached tokens beyond the reported input are charged all the same.
    /// </summary>
    /// <param name="usage">What was reported.</param>
    /// <returns><see langword="null"/> without input or output tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public decimal? CostOf(UsageDetails usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        if (usage is not { InputTokenCount: { } input, OutputTokenCount: { } output })
        {
            return null;
        }

        long cached = usage.CachedInputTokenCount ?? 0;
        long written = usage.AdditionalCounts is { } counts && counts.TryGetValue(CacheWriteCount, out long count) ? count : 0;
        ArgumentOutOfRangeException.ThrowIfNegative(input, nameof(usage));
        ArgumentOutOfRangeException.ThrowIfNegative(output, nameof(usage));
        ArgumentOutOfRangeException.ThrowIfNegative(cached, nameof(usage));
        ArgumentOutOfRangeException.ThrowIfNegative(written, nameof(usage));
        long plain = Math.Max(0, Math.Max(0, input - cached) - written);
        return CostOf(plain, output) + ((((CachedInput ?? Input) * cached) + ((CacheWrite ?? Input) * written)) / Million);
    }
}
