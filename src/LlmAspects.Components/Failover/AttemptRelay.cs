using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>What of one attempt reaches the consumer, and when. Not thread-safe.</summary>
internal sealed class AttemptRelay
{
    private readonly StreamProgress _progress;
    private readonly AttemptStart _start;
    private readonly PrefixFilter? _filter;
    private readonly string? _messageId;
    private readonly string? _authorName;
    private readonly Queue<ChatResponseUpdate> _held = new();
    private string? _ownMessageId;
    private bool _hasContent;
    private bool _waitsForTheEnd;

    /// <summary>Creates a relay.</summary>
    /// <param name="progress">What was passed on before.</param>
    /// <param name="start">How the attempt begins.</param>
    public AttemptRelay(StreamProgress progress, AttemptStart start)
    {
        _progress = progress;
        _start = start;
        (_messageId, _authorName) = (progress.MessageId, progress.AuthorName);
        _waitsForTheEnd = progress.IsBuffered;
        string text = progress.Text;
        Prefill = start == AttemptStart.Continued ? text.TrimEnd() : "";
        _filter = start switch
        {
            AttemptStart.Continued => PrefixFilter.ForContinuation(Prefill, text[Prefill.Length..]),
            AttemptStart.Matched => PrefixFilter.ForRepetition(text),
            _ => null,
        };
    }

    /// <summary>The text that the model is given to continue; providers refuse white space at its end. Empty unless the attempt continues.</summary>
    public string Prefill { get; }

    /// <summary>Whether anything of this attempt reached the consumer.</summary>
    public bool HasReleased { get; private set; }

    /// <summary>Takes an update of the provider.</summary>
    /// <exception cref="ModelCallException">The answer had to repeat what was passed on and does not.</exception>
    public void Take(ChatResponseUpdate update)
    {
        Align(update);
        if (_filter is not null && !Filter(update, _filter))
        {
            return;
        }

        _hasContent |= update.Contents.Any(AnswerContent.IsVisible);
        _waitsForTheEnd |= update.Contents.Any(AnswerContent.IsToolCall);
        _held.Enqueue(update);
    }

    /// <summary>The answer is complete: all of it may be released.</summary>
    public void Complete()
    {
        _hasContent = true;
        _waitsForTheEnd = false;
    }

    /// <summary>Returns the next update that may be passed on.</summary>
    public bool TryRelease([NotNullWhen(true)] out ChatResponseUpdate? update)
    {
        update = null;
        if (!_hasContent || _waitsForTheEnd || _held.Count == 0)
        {
            return false;
        }

        bool isFirst = !HasReleased;
        HasReleased = true;
        if (isFirst && _start == AttemptStart.Restarted)
        {
            _progress.Restart();
            update = Marker();
            return true;
        }

        update = _held.Dequeue();
        _progress.Note(update);
        return true;
    }

    /// <summary>Drops what is held; the usage in it is kept for the account.</summary>
    public void Drop()
    {
        foreach (UsageContent usage in _held.SelectMany(update => update.Contents).OfType<UsageContent>())
        {
            _progress.Withhold(usage.Details);
        }

        _held.Clear();
    }

    // What takes over is part of the message that broke off.
    private void Align(ChatResponseUpdate update)
    {
        if (_start == AttemptStart.Fresh)
        {
            return;
        }

        _ownMessageId ??= update.MessageId;
        update.MessageId = update.MessageId is null || update.MessageId == _ownMessageId ? _messageId : update.MessageId;
        update.AuthorName = _authorName;
    }

    // The reasoning behind a text that is already there would come too late.
    private static bool Filter(ChatResponseUpdate update, PrefixFilter filter)
    {
        List<AIContent> contents = [];
        foreach (AIContent content in update.Contents.Where(content => content is not TextReasoningContent))
        {
            if (content is TextContent text)
            {
                text.Text = filter.Pass(text.Text);
            }

            if (content is not TextContent { Text.Length: 0 })
            {
                contents.Add(content);
            }
        }

        if (update.FinishReason is not null && filter.End() is { Length: > 0 } rest)
        {
            contents.Add(new TextContent(rest));
        }

        update.Contents = contents;
        return contents.Count > 0 || update.FinishReason is not null;
    }

    private ChatResponseUpdate Marker() => new()
    {
        Role = ChatRole.Assistant,
        MessageId = _messageId,
        AuthorName = _authorName,
        AdditionalProperties = new AdditionalPropertiesDictionary { [ResponseProperties.Restart] = true },
    };
}
