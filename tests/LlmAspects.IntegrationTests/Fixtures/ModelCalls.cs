using System.Diagnostics;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Calls of models, tools and agents by the conventions for generative AI.</summary>
internal static partial class ModelCalls
{
    [ErrorContext, TracePerformance(GenAI = GenAIOperation.Chat, GenAIProvider = "openai")]
    [Tag("gen_ai.usage.output_tokens", "{result.Length}")]
    public static partial Task<string> AskAsync([Tag("gen_ai.request.model")] string model, Func<Task<string>> body);

    [ErrorContext, TracePerformance(GenAI = GenAIOperation.Embeddings, GenAIProvider = "openai")]
    public static partial float Embed(string text);

    [TracePerformance(GenAI = GenAIOperation.TextCompletion, Kind = ActivityKind.Internal, SpanName = "complete")]
    public static partial string Complete([Tag("gen_ai.provider.name", Metric = true)] Provider provider, [Tag("gen_ai.request.model")] string model);

    [TracePerformance(GenAI = GenAIOperation.Chat, GenAIProvider = "openai")]
    public static partial IAsyncEnumerable<string> StreamAsync([Tag("gen_ai.request.model")] string model);

    [TracePerformance(GenAI = GenAIOperation.ExecuteTool)]
    public static partial int RunTool([Tag("gen_ai.tool.name")] string tool);

    [TracePerformance(GenAI = GenAIOperation.GenerateContent, GenAIProvider = "gcp.gemini", NewRoot = true)]
    public static partial void Generate();

    [TracePerformance(GenAI = GenAIOperation.Retrieval)]
    public static partial void Retrieve();

    [TracePerformance(GenAI = GenAIOperation.InvokeAgent)]
    public static partial void Invoke();

    [TracePerformance(GenAI = GenAIOperation.CreateAgent, GenAIProvider = "openai")]
    public static partial void Create();

    private static Task<string> AskCoreAsync(string model, Func<Task<string>> body) => model.Length == 0 ? Task.FromResult(model) : body();

    private static float EmbedCore(string text) => text.Length;

    private static string CompleteCore(Provider provider, string model) => model + provider;

    private static async IAsyncEnumerable<string> StreamCoreAsync(string model)
    {
        await Task.Yield();
        yield return model;
    }

    private static int RunToolCore(string tool) => tool.Length;

    private static void GenerateCore()
    {
    }

    private static void RetrieveCore()
    {
    }

    private static void InvokeCore()
    {
    }

    private static void CreateCore()
    {
    }

    /// <summary>A provider that is known at run time.</summary>
    internal enum Provider
    {
        Anthropic,
    }
}
