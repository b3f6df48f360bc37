using System.Text;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>What a request has passed on to its consumer, over all attempts. Not thread-safe.</summary>
internal sealed class StreamProgress(StreamRecovery mode)
{
    private readonly StringBuilder _text = new();
    private UsageDetails? _passedUsage;
    private bool _hasOther;

    public bool IsBuffered => mode == StreamRecovery.Buffered;

    /// <summary>The text of the answer, without reasoning.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether any content was passed on.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether another attempt can take over. Images, sources and the like can neither be continued nor recognised.</summary>
    public bool CanRecover => !_hasOther || mode == StreamRecovery.RestartMarker;

    /// <summary>The message that the passed-on updates belong to.</summary>
    public string? MessageId { get; private set; }

    public string? AuthorName { get; private set; }

    /// <summary>Usage that the consumer has not seen, because its update was dropped or is void; <see langword="null"/> when there is none.</summary>
    public UsageDetails? WithheldUsage { get; private set; }

    public AttemptStart NextStart(bool acceptsPrefill)
    {
        if (!HasStarted)
        {
            return AttemptStart.Fresh;
        }

        return mode == StreamRecovery.RestartMarker ? AttemptStart.Restarted
            : acceptsPrefill && !string.IsNullOrWhiteSpace(Text) ? AttemptStart.Continued
            : AttemptStart.Matched;
    }

    /// <summary>Takes note of an update on its way to the consumer.</summary>
    public void Note(ChatResponseUpdate update)
    {
        MessageId = update.MessageId ?? MessageId;
        AuthorName = update.AuthorName ?? AuthorName;
        foreach (AIContent content in update.Contents)
        {
            HasStarted |= AnswerContent.IsVisible(content);
            _hasOther |= content is not (TextContent or TextReasoningContent or UsageContent);
            _text.Append((content as TextContent)?.Text);
            if (content is UsageContent usage)
            {
                (_passedUsage ??= new UsageDetails()).Add(usage.Details);
            }
        }
    }

    public void Withhold(UsageDetails usage) => (WithheldUsage ??= new UsageDetails()).Add(usage);

    /// <summary>Makes everything void that was passed on.</summary>
    public void Restart()
    {
        _text.Clear();
        _hasOther = false;
        if (_passedUsage is { } usage)
        {
            Withhold(usage);
            _passedUsage = null;
        }
    }
}
