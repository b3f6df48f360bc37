using Microsoft.Extensions.AI;

namespace LlmAspects.Testing;

/// <summary>One thing that a <see cref="ScriptedChatClient"/> does during a call.</summary>
public sealed class ScriptStep
{
    private readonly Func<CancellationToken, Task<ChatResponseUpdate?>> _play;

    private ScriptStep(Func<CancellationToken, Task<ChatResponseUpdate?>> play) => _play = play;

    /// <summary>Sends a piece of text.</summary>
    public static ScriptStep Say(string text) => Send(() => new ChatResponseUpdate(ChatRole.Assistant, text));

    /// <summary>Sends an update that says why the answer ended.</summary>
    public static ScriptStep Finish(ChatFinishReason reason) => Send(() => new ChatResponseUpdate { Role = ChatRole.Assistant, FinishReason = reason });

    /// <summary>Sends an update that says that the answer is complete.</summary>
    public static ScriptStep Finish() => Finish(ChatFinishReason.Stop);

    /// <summary>Reports what was used.</summary>
    public static ScriptStep Report(long inputTokens, long outputTokens) => Send(() => new ChatResponseUpdate(
        ChatRole.Assistant,
        [new UsageContent(new UsageDetails { InputTokenCount = inputTokens, OutputTokenCount = outputTokens, TotalTokenCount = inputTokens + outputTokens })]));

    /// <summary>Sends an update of any kind, made anew for every call.</summary>
    public static ScriptStep Send(Func<ChatResponseUpdate> update) => new(_ => Task.FromResult<ChatResponseUpdate?>(update()));

    /// <summary>Throws.</summary>
    public static ScriptStep Throw(Exception error) => new(_ => Task.FromException<ChatResponseUpdate?>(error));

    /// <summary>Waits until a task is complete, or until the call is cancelled.</summary>
    public static ScriptStep WaitFor(Task task) => new(async cancellationToken =>
    {
        await task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return null;
    });

    /// <summary>Waits for ever, even when the call is cancelled.</summary>
    public static ScriptStep Hang() => new(_ => new TaskCompletionSource<ChatResponseUpdate?>().Task);

    /// <summary>Runs some code of the test.</summary>
    public static ScriptStep Do(Action action) => new(_ =>
    {
        action();
        return Task.FromResult<ChatResponseUpdate?>(null);
    });

    internal Task<ChatResponseUpdate?> PlayAsync(CancellationToken cancellationToken) => _play(cancellationToken);
}
