using LlmAspects.Components.Chunking;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Pipeline;

internal static class PipelineSamples
{
    public static ModelInfo Model(string id, ModelCapabilities capabilities = ModelCapabilities.Streaming) => new()
    {
        Id = id,
        Provider = "test",
        ContextWindow = 8_000,
        MaxOutputTokens = 1_000,
        Tokenizer = "o200k_base",
        InputPricePerMillion = 1_000m,
        OutputPricePerMillion = 2_000m,
        Capabilities = capabilities,
    };

    /// <summary>A pipeline that does not wait between attempts.</summary>
    public static LlmPipelineBuilder Builder() =>
        new LlmPipelineBuilder().Configure(options => options.Failover = options.Failover with { BaseDelay = TimeSpan.Zero });

    public static LlmPipeline With(ScriptedChatClient client) => Builder().AddModel(Model("one"), client).Build();

    public static ContextRetriever Documents(params SourceDocument[] documents)
    {
        ContextRetriever retriever = new(new SemanticChunker());
        foreach (SourceDocument document in documents)
        {
            retriever.AddDocument(document);
        }

        return retriever;
    }
}
