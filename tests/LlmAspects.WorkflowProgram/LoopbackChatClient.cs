using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.WorkflowProgram;

/// <summary>Sends the first text of the question to a server, and answers with what it replies.</summary>
internal sealed class LoopbackChatClient(Uri server) : IChatClient
{
    private readonly HttpClient _http = new();

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(messages.First().Contents.OfType<TextContent>().First().Text);
        using HttpResponseMessage response = await _http.PostAsync(server, content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, await response.Content.ReadAsStringAsync(cancellationToken)));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ChatResponseUpdate update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => _http.Dispose();
}
