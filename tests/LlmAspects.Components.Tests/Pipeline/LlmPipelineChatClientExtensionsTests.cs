using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

public class LlmPipelineChatClientExtensionsTests
{
    [Fact]
    public async Task BuiltClient_IsAPipelineAroundTheInnerOne()
    {
        using ScriptedChatClient inner = new ScriptedChatClient().ThenAnswer("Because.");
        using IChatClient client = new ChatClientBuilder(inner).UseLlmAspects(PipelineSamples.Model("one")).Build();

        ChatResponse response = await client.GetResponseAsync("Why?");

        (response.Text, response.GetDetails().Route!.Value.Model.Id).ShouldBe(("Because.", "one"));
        client.GetService<LlmRouter>().ShouldNotBeNull();
    }

    [Fact]
    public async Task FurtherModels_TakeOver()
    {
        using ScriptedChatClient inner = new ScriptedChatClient().ThenThrow(new UnauthorizedAccessException("no key"));
        using ScriptedChatClient other = new ScriptedChatClient().ThenAnswer("Because.");
        using IChatClient client = new ChatClientBuilder(inner)
            .UseLlmAspects(PipelineSamples.Model("one"), (_, pipeline) => pipeline.AddModel(PipelineSamples.Model("two"), other))
            .Build();

        (await client.GetResponseAsync("Why?")).ModelId.ShouldBe("two");
    }
}
