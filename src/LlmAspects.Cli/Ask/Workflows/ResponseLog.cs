using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask.Workflows;

/// <summary>Remembers what the calls of a workflow answered: its nodes keep texts alone. It does not dispose the client.</summary>
internal sealed class ResponseLog(IChatClient client) : DelegatingChatClient(client)
{
    private readonly ConcurrentQueue<ChatResponse> _responses = new();

    public IReadOnlyCollection<ChatResponse> Responses => _responses;

    /// <summary>The last answer with a text; <see langword="null"/> when there is none.</summary>
    public ChatResponse? Find(string? text) => text is null ? null : _responses.LastOrDefault(response => response.Text == text);

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatResponse response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        _responses.Enqueue(response);
        return response;
    }

    protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
}
