using LlmAspects.Components;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens.Images;

namespace LlmAspects.Hosting.Models;

/// <summary>One model in configuration; see <see cref="ModelInfo"/>, which it becomes.</summary>
public sealed class ModelOptions
{
    /// <summary>The id that is sent to the provider, unique among the models; it also tells the published rule by which images count, if there is one. Required.</summary>
    public string? Id { get; set; }

    /// <summary>The provider, for example <c>openai</c>. Required.</summary>
    public string? Provider { get; set; }

    /// <summary>The name shown to people. The default is <see langword="null"/>: the id.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Where the model is served, an absolute address. The default is <see langword="null"/>: in this process or the provider's default.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Input and output tokens that fit together, at least 1. Required.</summary>
    public int ContextWindow { get; set; }

    /// <summary>The longest answer in tokens, from 1 to <see cref="ContextWindow"/>. Required.</summary>
    public int MaxOutputTokens { get; set; }

    /// <summary>US dollars for a million input tokens, at least 0. The default is <see langword="null"/>: the price is not known.</summary>
    public decimal? InputPricePerMillion { get; set; }

    /// <summary>US dollars for a million output tokens, at least 0. The default is <see langword="null"/>: the price is not known.</summary>
    public decimal? OutputPricePerMillion { get; set; }

    /// <summary>What the model can do, in configuration for example <c>Streaming, Tools</c>. The default is <see cref="ModelCapabilities.Streaming"/>.</summary>
    public ModelCapabilities Capabilities { get; set; } = ModelCapabilities.Streaming;

    /// <summary>The tasks that the model can do. The default is none given: all.</summary>
    public IList<LlmTask> Tasks { get; } = [];

    /// <summary>The public tokenizer that counts exactly for this model, for example <c>o200k_base</c>. The default is <see langword="null"/>: counts are intervals.</summary>
    public string? Tokenizer { get; set; }

    /// <summary>Whether the model continues a text that ends in a part of its answer. The default is <see langword="null"/>: it is tried when a stream breaks.</summary>
    public bool? AcceptsPrefill { get; set; }

    /// <summary>How long a stream may take to its first content, more than 0; -1 ms is no limit. The default is <see langword="null"/>: the limit of the failover handler.</summary>
    public TimeSpan? FirstTokenLimit { get; set; }

    /// <summary>The usual time of an answer before anything was measured, at least 0. The default is 2 s.</summary>
    public TimeSpan TypicalLatency { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The preference of the operator, 0 to 1, higher is preferred. The default is 0.5.</summary>
    public double Priority { get; set; } = 0.5;

    /// <summary>The share of the load under <see cref="RoutingStrategy.Weighted"/>, at least 0 and finite. The default is 1.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Whether the router may choose the model. The default is <see langword="true"/>.</summary>
    public bool Enabled { get; set; } = true;

    internal ModelInfo ToModel() => new()
    {
        Id = Id!,
        Provider = Provider!,
        DisplayName = DisplayName,
        Endpoint = Endpoint,
        ContextWindow = ContextWindow,
        MaxOutputTokens = MaxOutputTokens,
        InputPricePerMillion = InputPricePerMillion,
        OutputPricePerMillion = OutputPricePerMillion,
        Capabilities = Capabilities,
        Tasks = Tasks is [] ? null : [.. Tasks],
        Tokenizer = Tokenizer,
        ImageTokens = ImageTokenRule.ForModel(Id!),
        AcceptsPrefill = AcceptsPrefill,
        FirstTokenLimit = FirstTokenLimit,
        TypicalLatency = TypicalLatency,
        Priority = Priority,
        Weight = Weight,
        Enabled = Enabled,
    };
}
