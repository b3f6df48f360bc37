using LlmAspects.Components.Caching;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Pipeline;

/// <summary>The options of a pipeline and of the components that it makes.</summary>
public sealed class LlmPipelineOptions
{
    /// <summary>The most retrieved pieces that a request carries, 1 to 100. The default is 5.</summary>
    public int RetrievalTop { get; set; } = 5;

    /// <summary>Up to which length in UTF-16 code units pieces that touch in a document are joined, 0 or more; see <see cref="Retrieval.RetrievalQuery.PassageLength"/>. The default is 0: they are not.</summary>
    public int PassageLength { get; set; }

    /// <summary>The prompt template of every request. The default is <see langword="null"/>: the prompt engineer chooses.</summary>
    public string? PromptTemplate { get; set; }

    /// <summary>Whether answers are kept. The default is <see langword="true"/>; a request can still opt out by its <see cref="CacheMode"/>.</summary>
    public bool CacheAnswers { get; set; } = true;

    /// <summary>The options of the router.</summary>
    public LlmRouterOptions Router { get; set; } = new();

    /// <summary>The options of the failover handler.</summary>
    public LlmFailoverOptions Failover { get; set; } = new();

    /// <summary>When circuit breakers open and close.</summary>
    public CircuitBreakerOptions Breaker { get; set; } = new();

    /// <summary>The options of the cache.</summary>
    public LlmCacheOptions Cache { get; set; } = new();

    /// <summary>The options of the token counter.</summary>
    public TokenCounterOptions Tokens { get; set; } = new();

    /// <summary>The options of the prompt engineer.</summary>
    public PromptEngineerOptions Prompts { get; set; } = new();

    /// <summary>The options of the quality monitor.</summary>
    public LlmQualityOptions Quality { get; set; } = new();
}
