using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Providers;

/// <summary>
/// Where every report of a stream is the total so far, passes on what each adds, because consumers add reports up. In OpenAI's protocol a chunk's usage is that of the whole request
/// (https://platform.openai.com/docs/api-reference/chat-streaming/streaming#chat-streaming-streaming-usage); servers that speak it may report with every chunk.
/// </summary>
internal sealed class TotalUsageChatClient(IChatClient client) : DelegatingChatClient(client)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var passedOn = new UsageDetails();
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            for (int i = 0; i < update.Contents.Count; i++)
            {
                if (update.Contents[i] is UsageContent usage)
                {
                    usage.Details = usage.Details.Since(passedOn);
                    passedOn.Add(usage.Details);
                }
            }

            yield return update;
        }
    }
}
