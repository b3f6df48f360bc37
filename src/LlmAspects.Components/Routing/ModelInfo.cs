using LlmAspects.Components.Pricing;
using LlmAspects.Components.Tokens.Images;

namespace LlmAspects.Components.Routing;

/// <summary>One model of the catalogue. Immutable.</summary>
public sealed record ModelInfo
{
    /// <summary>The id that is sent to the provider, unique in a catalogue (ordinal).</summary>
    public required string Id { get; init; }

    /// <summary>The provider, for example <c>openai</c>; <c>local</c> for a model in this process.</summary>
    public required string Provider { get; init; }

    /// <summary>The name shown to people. The default is <see langword="null"/>: the id.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Where the model is served; with the credential it names the circuit breaker. The default is <see langword="null"/>: in this process or the provider's default.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Input and output tokens that fit together, at least 1.</summary>
    public required int ContextWindow { get; init; }

    /// <summary>The longest answer in tokens, at least 1.</summary>
    public required int MaxOutputTokens { get; init; }

    /// <summary>US dollars for a million input tokens. The default is <see langword="null"/>: the price is not known. A <see cref="PriceTable"/> takes precedence.</summary>
    public decimal? InputPricePerMillion { get; init; }

    /// <summary>US dollars for a million output tokens. The default is <see langword="null"/>: the price is not known.</summary>
    public decimal? OutputPricePerMillion { get; init; }

    /// <summary>What the model can do. The default is <see cref="ModelCapabilities.Streaming"/>.</summary>
    public ModelCapabilities Capabilities { get; init; } = ModelCapabilities.Streaming;

    /// <summary>The tasks that the model can do. The default is <see langword="null"/>: all.</summary>
    public IReadOnlyList<LlmTask>? Tasks { get; init; }

    /// <summary>The public tokenizer that counts exactly for this model, for example <c>o200k_base</c>. The default is <see langword="null"/>: none is public, counts are intervals.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>
    /// How the model counts images; <see cref="ImageTokenRule.ForModel"/> knows the published rules. The default is <see langword="null"/>: it is not known, and images count as an interval
    /// that spans common rules.
    /// </summary>
    public ImageTokenRule? ImageTokens { get; init; }

    /// <summary>
    /// Whether the model continues a text that ends in a part of the assistant's answer. The default is <see langword="null"/>: it is tried when a stream breaks, and a refusal is remembered.
    /// Say <see langword="false"/> for a model that accepts such a request and begins a new text.
    /// </summary>
    public bool? AcceptsPrefill { get; init; }

    /// <summary>
    /// How long a stream of the model may take to its first content, more than 0; <see cref="Timeout.InfiniteTimeSpan"/> is no limit.
    /// The default is <see langword="null"/>: the limit of the failover handler, or none for a model that reasons.
    /// </summary>
    public TimeSpan? FirstTokenLimit { get; init; }

    /// <summary>The usual time of an answer, before anything was measured. The default is 2 s.</summary>
    public TimeSpan TypicalLatency { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The preference of the operator, 0 to 1, higher is preferred. The default is 0.5.</summary>
    public double Priority { get; init; } = 0.5;

    /// <summary>The share of the load under <see cref="RoutingStrategy.Weighted"/>, relative to the other models, at least 0 and finite; 0 is never drawn. The default is 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Whether the router may choose the model. The default is <see langword="true"/>.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The price of a call, or <see langword="null"/> while a price is not known.</summary>
    /// <param name="inputTokens">Input tokens, at least 0.</param>
    /// <param name="outputTokens">Output tokens, at least 0.</param>
    public decimal? CostOf(long inputTokens, long outputTokens) => Price?.CostOf(inputTokens, outputTokens);

    /// <summary>Both prices, or <see langword="null"/> while one is not known.</summary>
    internal ModelPrice? Price => this is { InputPricePerMillion: { } input, OutputPricePerMillion: { } output } ? new ModelPrice { Input = input, Output = output } : null;
}
