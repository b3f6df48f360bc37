using System.Text;
using LlmAspects.Components.Pricing;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens.Images;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tokens;

/// <summary>Counts tokens with the model's public tokenizer, prices them and keeps totals by model and day. Thread-safe.</summary>
/// <remarks>
/// A count is exact for the tokenizers <c>o200k_base</c> and <c>cl100k_base</c>, whatever the text; the time grows a little faster than its length, also in an unbroken run (base64, for example).
/// For other models the count is an interval around <c>o200k_base</c> with the error stated in the options.
/// Images count by the rule that <see cref="ModelInfo.ImageTokens"/> names, from the size in the header of the file; tools from the published rule for flat schemas up to the whole schema as text.
/// </remarks>
[LlmComponent("token_counter")]
public sealed partial class TokenCounter : ITokenCounter
{
    private readonly ModelCatalog _catalog;
    private readonly TokenCounterOptions _options;
    private readonly TimeProvider _time;
    private readonly UsageBook _book;

    /// <summary>Creates a counter.</summary>
    /// <param name="catalog">The models, their tokenizers and prices.</param>
    /// <param name="options">How to treat what is not known; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">Says which day it is; <see langword="null"/> is the system's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public TokenCounter(ModelCatalog catalog, TokenCounterOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
        _options = options ?? new TokenCounterOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
        _book = new UsageBook(_options.RetainedDays);
    }

    /// <inheritdoc/>
    /// <exception cref="UnknownModelException">The model is not in the catalogue and the policy is to throw.</exception>
    [ErrorContext, TracePerformance]
    public partial TokenCount CountText(string modelId, ReadOnlySpan<char> text);

    /// <inheritdoc/>
    /// <exception cref="UnknownModelException">The model is not in the catalogue and the policy is to throw.</exception>
    [ErrorContext, TracePerformance]
    public partial TokenCount CountRequest(string modelId, IEnumerable<ChatMessage> messages, ChatOptions? options);

    /// <summary>The price of a call in US dollars today (UTC), without recording it.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="inputTokens">Input tokens, at least 0.</param>
    /// <param name="outputTokens">Output tokens, at least 0.</param>
    /// <param name="tier">How the call is served; only a price table knows another price than the standard one.</param>
    /// <returns><see langword="null"/> while a price of the model is not known.</returns>
    /// <exception cref="UnknownModelException">The model is not in the catalogue and the policy is to throw.</exception>
    [ErrorContext, TracePerformance]
    public partial decimal? EstimateCost(string modelId, long inputTokens, long outputTokens, PriceTier tier = PriceTier.Standard);

    /// <summary>Books what a provider reported for one call, on today's date (UTC).</summary>
    /// <param name="modelId">The model that served.</param>
    /// <param name="usage">What it reported; a missing figure counts as 0 tokens. <see cref="ModelPrice.CostOf(UsageDetails)"/> says how cached and reasoning tokens count.</param>
    /// <param name="tier">How the call was served; only a price table knows another price than the standard one.</param>
    /// <returns>The price of the call in US dollars; <see langword="null"/> while a price of the model is not known, or without input or output tokens.</returns>
    /// <exception cref="UnknownModelException">The model is not in the catalogue and the policy is to throw.</exception>
    [ErrorContext, TracePerformance]
    public partial decimal? RecordUsage(string modelId, UsageDetails usage, PriceTier tier = PriceTier.Standard);

    /// <summary>The totals of one model.</summary>
    /// <param name="modelId">The model; one that was never recorded has totals of 0.</param>
    /// <param name="day">A day (UTC) among those kept; <see langword="null"/> is all days together.</param>
    [ErrorContext, TracePerformance]
    public partial UsageTotals GetTotals(string modelId, DateOnly? day = null);

    /// <summary>A consistent copy of all totals.</summary>
    [ErrorContext, TracePerformance]
    public partial TokenStatistics GetStatistics();

    private TokenCount CountTextCore(string modelId, ReadOnlySpan<char> text) => Count(TokenEncoding.Find(Find(modelId)?.Tokenizer), text);

    private TokenCount CountRequestCore(string modelId, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ModelInfo? model = Find(modelId);
        TokenEncoding? encoding = TokenEncoding.Find(model?.Tokenizer);
        return RequestCounting.Count(text => Count(encoding, text), model?.ImageTokens ?? ImageTokenRule.Unknown, messages, options);
    }

    private decimal? EstimateCostCore(string modelId, long inputTokens, long outputTokens, PriceTier tier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputTokens);
        ArgumentOutOfRangeException.ThrowIfNegative(outputTokens);
        return PriceOf(modelId, _time.GetUtcNow(), tier)?.CostOf(inputTokens, outputTokens);
    }

    private decimal? RecordUsageCore(string modelId, UsageDetails usage, PriceTier tier)
    {
        ArgumentNullException.ThrowIfNull(usage);
        long input = usage.InputTokenCount ?? 0;
        long output = usage.OutputTokenCount ?? 0;
        ArgumentOutOfRangeException.ThrowIfNegative(input);
        ArgumentOutOfRangeException.ThrowIfNegative(output);
        DateTimeOffset now = _time.GetUtcNow();
        decimal? cost = PriceOf(modelId, now, tier)?.CostOf(usage);
        _book.Add(modelId, DateOnly.FromDateTime(now.UtcDateTime), new UsageTotals
        {
            Calls = 1,
            InputTokens = input,
            OutputTokens = output,
            CachedInputTokens = usage.CachedInputTokenCount ?? 0,
            ReasoningTokens = usage.ReasoningTokenCount ?? 0,
            Cost = cost ?? 0m,
            UnpricedCalls = cost is null ? 1 : 0,
        });
        return cost;
    }

    private UsageTotals GetTotalsCore(string modelId, DateOnly? day) => _book.Of(modelId, day);

    private TokenStatistics GetStatisticsCore() => Snapshot();

    internal TokenStatistics Snapshot() => _book.Snapshot();

    private ModelInfo? Find(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        if (_catalog.TryGetCalled(modelId, out ModelInfo? model))
        {
            return model;
        }

        return _options.UnknownModel == UnknownModelPolicy.Estimate ? null : throw new UnknownModelException(modelId);
    }

    // The table has the word on the models that it names; it says "not known" where it has no price.
    private ModelPrice? PriceOf(string modelId, DateTimeOffset now, PriceTier tier)
    {
        ModelInfo? model = Find(modelId);
        return _options.Prices is { } prices && prices.Contains(modelId) ? prices.Find(modelId, now, tier)
            : tier == PriceTier.Standard ? model?.Price
            : null;
    }

    private TokenCount Count(TokenEncoding? encoding, ReadOnlySpan<char> text)
    {
        if (encoding is not null)
        {
            return encoding.Count(text);
        }

        TokenCount reference = TokenEncoding.Reference.Count(text);
        double spread = 1 + _options.TokenizerError;
        int upper = Math.Min((int)Math.Ceiling(reference.Upper * spread), Encoding.UTF8.GetByteCount(text));
        return TokenCount.Between((int)(reference.Lower / spread), reference.Estimate, upper);
    }
}
