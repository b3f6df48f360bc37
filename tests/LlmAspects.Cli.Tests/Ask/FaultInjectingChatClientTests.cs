using System.Net;
using LlmAspects.Cli.Ask;
using LlmAspects.Components.Models;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class FaultInjectingChatClientTests
{
    private readonly ChatMessage[] _messages = [new(ChatRole.User, "question")];

    [Fact]
    public async Task Armed_FailsLikeAnOverloadedServer()
    {
        using var client = new FaultInjectingChatClient(new ExtractiveChatClient(), "first") { Armed = true };

        (await Should.ThrowAsync<HttpRequestException>(() => client.GetResponseAsync(_messages))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await Should.ThrowAsync<HttpRequestException>(async () => await client.GetStreamingResponseAsync(_messages).ToListAsync());
    }

    [Fact]
    public async Task NotArmed_AnswersUnderItsOwnName()
    {
        using var client = new FaultInjectingChatClient(new ExtractiveChatClient(), "first");

        (await client.GetResponseAsync(_messages)).ModelId.ShouldBe("first");
        (await client.GetStreamingResponseAsync(_messages).ToListAsync()).ShouldAllBe(update => update.ModelId == "first");
    }
}
