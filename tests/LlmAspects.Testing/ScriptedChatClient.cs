using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Testing;

/// <summary>A chat client that plays one script a call, in order, and records the calls. Answers and streams play the same scripts.</summary>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Lock _gate = new();
    private readonly Queue<IReadOnlyList<ScriptStep>> _scripts = new();
    private readonly List<ScriptedCall> _calls = [];
    private IReadOnlyList<ScriptStep>? _forever;

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<ScriptedCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Adds the script of one more call.</summary>
    public ScriptedChatClient Then(params IReadOnlyList<ScriptStep> steps)
    {
        lock (_gate)
        {
            _scripts.Enqueue(steps);
        }

        return this;
    }

    /// <summary>Adds a call that answers a whole text.</summary>
    public ScriptedChatClient ThenAnswer(string text) => Then(ScriptStep.Say(text), ScriptStep.Finish());

    /// <summary>Adds a call that throws at once.</summary>
    public ScriptedChatClient ThenThrow(Exception error) => Then(ScriptStep.Throw(error));

    /// <summary>Sets the script of every call after the scripted ones.</summary>
    public ScriptedChatClient Always(params IReadOnlyList<ScriptStep> steps)
    {
        lock (_gate)
        {
            _forever = steps;
        }

        return this;
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        foreach (ScriptStep step in Begin(messages, options, streamed: false))
        {
            if (await step.PlayAsync(cancellationToken).ConfigureAwait(false) is { } update)
            {
                updates.Add(update);
            }
        }

        return updates.ToChatResponse();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ScriptStep step in Begin(messages, options, streamed: true))
        {
            if (await step.PlayAsync(cancellationToken).ConfigureAwait(false) is { } update)
            {
                yield return update;
            }
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private IReadOnlyList<ScriptStep> Begin(IEnumerable<ChatMessage> messages, ChatOptions? options, bool streamed)
    {
        lock (_gate)
        {
            _calls.Add(new ScriptedCall([.. messages], options?.Clone(), streamed));
            return _scripts.TryDequeue(out IReadOnlyList<ScriptStep>? script)
                ? script
                : _forever ?? throw new InvalidOperationException($"Call {_calls.Count} has no script.");
        }
    }
}
