using System.Text;
using LlmAspects.Components.Providers;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Tests.Models;

public sealed class StreamedUsageTests
{
    /// <summary>Usage by stream events in OpenAI's protocol, as servers report it: once at the end, with every chunk, without a detail in between, or twice at the end.</summary>
    public static TheoryData<string?[]> OpenAIReports =>
    [
        [null, null, "{\"prompt_tokens\":20,\"completion_tokens\":12,\"total_tokens\":32,\"prompt_tokens_details\":{\"cached_tokens\":8}}"],
        [
            "{\"prompt_tokens\":20,\"completion_tokens\":5,\"total_tokens\":25,\"prompt_tokens_details\":{\"cached_tokens\":8}}",
            "{\"prompt_tokens\":20,\"completion_tokens\":9,\"total_tokens\":29,\"prompt_tokens_details\":{\"cached_tokens\":8}}",
            "{\"prompt_tokens\":20,\"completion_tokens\":12,\"total_tokens\":32,\"prompt_tokens_details\":{\"cached_tokens\":8}}",
        ],
        [
            "{\"prompt_tokens\":20,\"completion_tokens\":5,\"total_tokens\":25,\"prompt_tokens_details\":{\"cached_tokens\":8}}",
            "{\"prompt_tokens\":20,\"completion_tokens\":9,\"total_tokens\":29}",
            "{\"prompt_tokens\":20,\"completion_tokens\":12,\"total_tokens\":32,\"prompt_tokens_details\":{\"cached_tokens\":8}}",
        ],
        [
            null,
            "{\"prompt_tokens\":20,\"completion_tokens\":12,\"total_tokens\":32}",
            "{\"prompt_tokens\":20,\"completion_tokens\":12,\"total_tokens\":32,\"prompt_tokens_details\":{\"cached_tokens\":8}}",
        ],
    ];

    [Theory]
    [MemberData(nameof(OpenAIReports))]
    public async Task OpenAI_ReportsWhatTheWholeRequestUsed(string?[] reports)
    {
        string chunks = string.Concat(reports.Select(static usage =>
            $"data: {{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"word \"}},\"finish_reason\":null}}],\"usage\":{usage ?? "null"}}}\n\n"));
        await using LoopbackServer server = Serve(chunks + "data: [DONE]\n\n");
        using IChatClient client = ProviderClients.CreateOpenAI("m", "key", new Uri(server.Address));

        ChatResponse response = await client.GetStreamingResponseAsync("question").ToChatResponseAsync();

        response.Text.ShouldBe("word word word ");
        Counts(response).ShouldBe((20, 12, 32, 8));
    }

    // The counts of message_delta are totals of the message, and those of the input may be repeated: https://docs.anthropic.com/en/docs/build-with-claude/streaming#event-types
    [Theory]
    [InlineData("\"output_tokens\":15")]
    [InlineData("\"input_tokens\":25,\"cache_read_input_tokens\":100,\"cache_creation_input_tokens\":0,\"output_tokens\":15")]
    public async Task Anthropic_ReportsWhatTheWholeMessageUsed(string lastUsage)
    {
        (string Name, string Data)[] events =
        [
            ("message_start", "\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"m\",\"stop_reason\":null,\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":25,\"cache_read_input_tokens\":100,\"cache_creation_input_tokens\":0,\"output_tokens\":1}}"),
            ("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
            ("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"word\"}"),
            ("content_block_stop", "\"index\":0"),
            ("message_delta", $"\"delta\":{{\"stop_reason\":\"end_turn\",\"stop_sequence\":null}},\"usage\":{{{lastUsage}}}"),
            ("message_stop", "\"index\":0"),
        ];
        await using LoopbackServer server = Serve(string.Concat(events.Select(static one => $"event: {one.Name}\ndata: {{\"type\":\"{one.Name}\",{one.Data}}}\n\n")));
        using IChatClient client = ProviderClients.CreateAnthropic("m", "key", new Uri(server.Address));

        ChatResponse response = await client.GetStreamingResponseAsync("question").ToChatResponseAsync();

        response.Text.ShouldBe("word");
        Counts(response).ShouldBe((125, 15, 140, 100));
    }

    private static (long?, long?, long?, long?) Counts(ChatResponse response)
    {
        UsageDetails usage = response.Usage.ShouldNotBeNull();
        return (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount);
    }

    private static LoopbackServer Serve(string events) => new((response, _) =>
    {
        response.ContentType = "text/event-stream";
        response.Close(Encoding.UTF8.GetBytes(events), willBlock: true);
        return Task.CompletedTask;
    });
}
