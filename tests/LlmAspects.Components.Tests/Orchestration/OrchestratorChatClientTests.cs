using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public class OrchestratorChatClientTests
{
    private const string TwoParts = "Who pays? Who eats?";

    private static readonly OrchestratorOptions ByRules = new() { DecomposeByModel = false, SynthesizeByModel = false };

    [Fact]
    public async Task LastMessage_IsDividedAndTheConversationStandsBeforeEachPart()
    {
        var bench = new WorkflowBench(Answer, ByRules);

        ChatResponse response = await bench.Orchestrator.AsChatClient().GetResponseAsync(
            [new ChatMessage(ChatRole.User, "Hello."), new ChatMessage(ChatRole.Assistant, "Hello!"), new ChatMessage(ChatRole.User, TwoParts)],
            new LlmChatOptions { Tenant = "contoso" });

        response.Text.ShouldContain("part of Who pays?");
        response.Text.ShouldContain("part of Who eats?");
        (response.ModelId, response.FinishReason, response.Usage!.InputTokenCount).ShouldBe(("m", ChatFinishReason.Stop, 14));
        var result = response.AdditionalProperties![ResponseProperties.Workflow].ShouldBeOfType<WorkflowResult>();
        (result.Nodes.Length, result.WorkflowId).ShouldBe((2, response.ResponseId));
        bench.Calls.ShouldAllBe(call => call.Messages.Count == 3 && call.Options.Tenant == "contoso");
    }

    [Fact]
    public async Task Stream_TellsTheEventsAndThenTheAnswer()
    {
        IChatClient client = new WorkflowBench(Answer, ByRules).Orchestrator.AsChatClient();

        ChatResponseUpdate[] updates = await client.GetStreamingResponseAsync(TwoParts).ToArrayAsync();

        WorkflowEventKind[] kinds = [.. updates.Select(update => update.AdditionalProperties?.GetValueOrDefault(ResponseProperties.WorkflowEvent)).OfType<WorkflowEvent>().Select(one => one.Kind)];
        kinds.ShouldBe(
        [
            WorkflowEventKind.Started, WorkflowEventKind.Decomposed, WorkflowEventKind.NodeStarted, WorkflowEventKind.NodeFinished, WorkflowEventKind.NodeStarted, WorkflowEventKind.NodeFinished,
            WorkflowEventKind.Synthesized, WorkflowEventKind.Completed,
        ]);
        updates[..kinds.Length].ShouldAllBe(update => update.Text.Length == 0);
        ChatResponse whole = updates.ToChatResponse();
        whole.Text.ShouldContain("part of Who eats?");
        whole.Messages.ShouldHaveSingleItem();
        whole.AdditionalProperties!.ShouldContainKey(ResponseProperties.Workflow);
    }

    [Fact]
    public async Task RequestForJson_IsOneNodeThatIsAskedAgainUntilItIsJson()
    {
        var bench = new WorkflowBench(call => call.Earlier == 0 ? "none" : "[1, 2]");

        ChatResponse response = await bench.Orchestrator.AsChatClient().GetResponseAsync(TwoParts, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });

        (response.Text, bench.Calls.Count).ShouldBe(("[1, 2]", 2));
    }

    [Fact]
    public async Task Image_GoesToTheClientAsItIs()
    {
        var bench = new WorkflowBench(Answer, ByRules);
        IChatClient client = bench.Orchestrator.AsChatClient();
        ChatMessage[] messages = [new ChatMessage(ChatRole.User, [new TextContent(TwoParts), new DataContent(new byte[] { 1 }, "image/png")])];

        ChatResponse response = await client.GetResponseAsync(messages, new LlmChatOptions());
        await client.GetStreamingResponseAsync(messages, new LlmChatOptions()).ToArrayAsync();

        response.AdditionalProperties.ShouldBeNull();
        bench.Calls.Select(call => call.Prompt).ShouldBe([TwoParts, TwoParts]);
    }

    [Fact]
    public async Task Builder_PutsItAroundTheClientAndTakesTheStoreOfTheServices()
    {
        var directory = Directory.CreateTempSubdirectory("checkpoints");
        var bench = new WorkflowBench(Answer);
        using IChatClient client = bench.AsBuilder().UseLlmOrchestrator(ByRules).Build(new OnlyService(new FileWorkflowCheckpointStore(directory.FullName)));

        ChatResponse response = await client.GetResponseAsync(TwoParts);

        client.GetService<MultiLlmOrchestrator>().ShouldNotBeNull().Options.ShouldBe(ByRules);
        Directory.GetDirectories(directory.FullName).ShouldHaveSingleItem();
        response.Text.ShouldContain("part of Who pays?");
        directory.Delete(recursive: true);
    }

    private static Task<ChatResponse> Answer(BenchCall call, CancellationToken cancellationToken) => Task.FromResult(WorkflowBench.Say("part of " + call.Last, "m", tokens: 7));

    private sealed class OnlyService(IWorkflowCheckpointStore store) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IWorkflowCheckpointStore) ? store : null;
    }
}
