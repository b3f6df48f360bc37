using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public class MeasuredQualityTests
{
    [Fact]
    public async Task DriftOfEachTenant_IsWatchedApart()
    {
        var monitor = new LlmQualityMonitor();
        var bench = new WorkflowBench(_ => "Cats sleep.");
        var orchestrator = new MultiLlmOrchestrator(bench, qualityMonitor: monitor);
        TextContent context = RetrievedContext.ToContent([new RetrievedChunk("cats.md", 0, "Cats sleep.", 1)], "abcdefghijklmnop");

        foreach (string tenant in (string[])["a", "b", "a"])
        {
            WorkflowResult result = await orchestrator.RunAsync(new WorkflowRequest(new Workflow([new WorkflowNode("n", "Do cats sleep?")]))
            {
                Conversation = [new ChatMessage(ChatRole.User, [new TextContent("n"), context])],
                Options = new LlmChatOptions { Tenant = tenant },
            });
            result["n"].Quality.ShouldNotBeNull();
        }

        monitor.GetDrift().Watched.ShouldBe(2);
    }
}
