using LlmAspects.Components.Pipeline;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

public class PipelineStreamTests
{
    // As providers send it: every update names its message, and properties of such an update would become those of the message.
    [Fact]
    public async Task StreamWithMessageIds_HasItsDetailsOnTheResponse()
    {
        using ScriptedChatClient client = new ScriptedChatClient().Then(Send("Be"), Send("cause."), ScriptStep.Send(() => new ChatResponseUpdate { Role = ChatRole.Assistant, MessageId = "m", ModelId = "one-2026", FinishReason = ChatFinishReason.Stop }));
        using LlmPipeline pipeline = PipelineSamples.With(client);

        ChatResponse response = await pipeline.GetStreamingResponseAsync("Why?").ToChatResponseAsync();

        (response.Text, response.Messages.Single().MessageId).ShouldBe(("Because.", "m"));
        response.GetDetails().Failover!.Attempts.ShouldHaveSingleItem().ModelId.ShouldBe("one");
        response.AdditionalProperties![ResponseProperties.ProviderModel].ShouldBe("one-2026");
    }

    private static ScriptStep Send(string text) => ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, text) { MessageId = "m", ModelId = "one-2026" });
}
