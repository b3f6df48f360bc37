using System.Diagnostics;
using System.Text;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>One attempt under way: the call's health ticket, its budget lease and what has arrived so far. Not thread-safe.</summary>
internal sealed class AttemptScope(FailoverRun run, ModelInfo model, int number, ModelCall call, AttemptStart start)
{
    private readonly StringBuilder _text = new();
    private readonly long _started = run.Time.GetTimestamp();
    private AttemptLease? _lease;
    private bool _isWhole;

    public ModelInfo Model => model;

    public int Number => number;

    public ModelCall Call => call;

    public AttemptStart Start => start;

    public AttemptRelay Relay { get; } = new(run.Progress, start);

    /// <summary>Whether any content arrived.</summary>
    public bool HasContent { get; private set; }

    public bool HasFinished { get; private set; }

    public UsageDetails? Usage { get; private set; }

    public string Text => _text.ToString();

    /// <summary>The measured time; <see langword="null"/>: since the attempt began.</summary>
    public TimeSpan? Waited { get; set; }

    public TimeSpan Duration => Waited ?? run.Time.GetElapsedTime(_started);

    /// <summary>The messages of this attempt: those of the request, and the text to continue.</summary>
    public IReadOnlyList<ChatMessage> Messages => start == AttemptStart.Continued
        ? [.. run.Messages, new ChatMessage(ChatRole.Assistant, Relay.Prefill)]
        : run.Messages;

    /// <summary>Opens the client, reserves the worst case and marks the span.</summary>
    public async ValueTask<(IChatClient Client, ChatOptions Options)> OpenAsync(CancellationToken cancellationToken)
    {
        if (Activity.Current is { } activity && activity.OperationName.StartsWith("llm_failover_handler.attempt_", StringComparison.Ordinal))
        {
            activity.SetTag("llmaspects.model", model.Id).SetTag("llmaspects.attempt", number);
        }

        IChatClient client = run.ClientOf(model);
        ChatOptions options = run.Options.Clone();
        options.ModelId = model.Id;
        if (run.Accounting is { } accounting)
        {
            _lease = await accounting.ReserveAsync(run.Options, model, Messages, options, cancellationToken).ConfigureAwait(false);
        }

        return (client, options);
    }

    /// <summary>Takes note of a piece of a stream.</summary>
    public async ValueTask NoteAsync(ChatResponseUpdate update)
    {
        _text.Append(update.Text);
        HasFinished |= update.FinishReason is not null;
        foreach (AIContent content in update.Contents)
        {
            HasContent |= AnswerContent.IsVisible(content);
            if (content is UsageContent usage)
            {
                (Usage ??= new UsageDetails()).Add(usage.Details);
            }
        }

        if (_lease is not null)
        {
            await _lease.RenewAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes note of a whole answer.</summary>
    public void Note(ChatResponse response)
    {
        _text.Append(response.Text);
        Usage = response.Usage;
        HasContent = response.Messages.SelectMany(message => message.Contents).Any(AnswerContent.IsVisible);
        HasFinished = response.FinishReason is not null;
        _isWhole = true;
    }

    /// <summary>Books the attempt; the second call does nothing.</summary>
    /// <param name="rejected">Whether the provider refused before any work, so that nothing is charged.</param>
    public ValueTask SettleAsync(bool rejected)
    {
        AttemptLease? lease = _lease;
        _lease = null;
        return lease?.SettleAsync(rejected ? new UsageDetails { TotalTokenCount = 0 } : Usage, Text, isFinal: rejected || HasFinished || _isWhole) ?? ValueTask.CompletedTask;
    }

    /// <summary>Ends an attempt that nobody wants any more; one that has ended is left alone.</summary>
    public async ValueTask ReleaseAsync()
    {
        call.End(CallVerdict.Neutral);
        await SettleAsync(rejected: false).ConfigureAwait(false);
    }
}
