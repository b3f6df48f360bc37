using LlmAspects.Components.Chunking;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Providers;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Hosting.Components;
using LlmAspects.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Hosting.Tests.EndToEnd;

/// <summary>The services of an application whose models stand behind one OpenAI-compatible server.</summary>
internal static class EndToEndHost
{
    public const string Handbook = """
        # Refunds

        Refunds above 100 euros are approved by the finance lead. Refunds up to 100 euros are approved by the support team.

        # Travel

        Trains are booked in second class. Flights need the approval of the manager.
        """;

    /// <summary>The services, with two models: the small one is cheaper.</summary>
    public static ServiceProvider Create(AimockServer server, Action<LlmPipelineBuilder>? configure = null, params SourceDocument[] documents)
    {
        var services = new ServiceCollection().AddLlmAspects();
        if (documents.Length > 0)
        {
            services.AddSingleton<IRetriever>(_ => RetrieverOf(documents));
        }

        services.AddLlmPipeline((_, pipeline) =>
        {
            AddModels(pipeline, new Uri(server.Address + "/v1"));
            configure?.Invoke(pipeline);
        });
        return services.BuildServiceProvider();
    }

    public static LlmPipelineBuilder AddModels(LlmPipelineBuilder pipeline, Uri endpoint) =>
        pipeline.AddOpenAI(Model("small", 1m), "key", endpoint).AddOpenAI(Model("large", 10m), "key", endpoint);

    private static ModelInfo Model(string id, decimal price) => new()
    {
        Id = id,
        Provider = "openai",
        ContextWindow = 32_000,
        MaxOutputTokens = 2_000,
        Tokenizer = "o200k_base",
        InputPricePerMillion = price,
        OutputPricePerMillion = 4 * price,
        Capabilities = ModelCapabilities.Streaming,
    };

    private static ContextRetriever RetrieverOf(SourceDocument[] documents)
    {
        ContextRetriever retriever = new(new SemanticChunker());
        foreach (SourceDocument document in documents)
        {
            retriever.AddDocument(document);
        }

        return retriever;
    }
}
