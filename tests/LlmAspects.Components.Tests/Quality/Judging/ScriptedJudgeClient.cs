using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Quality.Judging;

/// <summary>Replies with the given texts in order, then fails; keeps what it was asked.</summary>
internal sealed class ScriptedJudgeClient(params string[] replies) : IChatClient
{
    /// <summary>The texts of the messages of each call.</summary>
    public List<IReadOnlyList<string>> Calls { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add([.. messages.Select(static message => message.Text)]);
        return Calls.Count > replies.Length
            ? throw new InvalidOperationException("No more replies.")
            : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, replies[Calls.Count - 1])));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
