using LlmAspects.AotProgram.Recording;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Models;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>A question answered over a document by the whole pipeline, with the embedded model.</summary>
internal static class ComponentCalls
{
    public static async Task RunAsync(Transcript transcript)
    {
        var retriever = new ContextRetriever(new SemanticChunker());
        retriever.AddDocument(new SourceDocument("rivers.md", "# Rivers\n\nThe Rhine rises in the Alps. It flows into the North Sea near Rotterdam."));
        using var pipeline = new LlmPipelineBuilder()
            .UseRetriever(retriever)
            .AddModel(ExtractiveModel.Info, new ExtractiveChatClient())
            .Build();

        var answer = await pipeline.GetResponseAsync([new ChatMessage(ChatRole.User, "Where does the Rhine rise?")]);

        transcript.Note(answer.Text);
    }
}
