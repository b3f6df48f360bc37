using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>One call of a model. Holds no content of prompts or answers.</summary>
/// <param name="Number">1 for the first attempt of the request.</param>
/// <param name="ModelId">The model.</param>
/// <param name="Duration">How long it took; for a stream without the time in which the consumer held an item.</param>
public sealed record FailoverAttempt(int Number, string ModelId, TimeSpan Duration)
{
    /// <summary>How it began. The default is <see cref="AttemptStart.Fresh"/>.</summary>
    public AttemptStart Start { get; init; }

    /// <summary>What went wrong; <see langword="null"/> when the attempt succeeded.</summary>
    public ErrorClassification? Error { get; init; }

    /// <summary>The name of the exception's type; <see langword="null"/> when the attempt succeeded.</summary>
    public string? ErrorType { get; init; }

    /// <summary>What followed; <see langword="null"/> when the attempt succeeded.</summary>
    public RecoveryAction? FollowedBy { get; init; }

    /// <summary>How long the handler waited before what followed.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What the provider reported for this attempt; <see langword="null"/> when it reported nothing.</summary>
    public UsageDetails? Usage { get; init; }
}
