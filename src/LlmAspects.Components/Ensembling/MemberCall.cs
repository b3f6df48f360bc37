using LlmAspects.Components.Failover;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>The call of one member.</summary>
/// <param name="Member">The place of the member.</param>
/// <param name="ModelId">Its model.</param>
/// <param name="Messages">What is asked.</param>
/// <param name="Options">The options, which pin the model.</param>
/// <param name="Limit">How long it may take.</param>
internal sealed record MemberCall(int Member, string ModelId, IReadOnlyList<ChatMessage> Messages, LlmChatOptions Options, TimeSpan Limit)
{
    /// <summary>What is reserved for the call; <see langword="null"/> without a budget.</summary>
    public AttemptLease? Lease { get; init; }

    /// <summary>Books what the call used; nothing where the provider said that it did no work. A reservation that the client below was to take is given back if it did not.</summary>
    public ValueTask SettleAsync(MemberAnswer answer)
    {
        if (Options.Reserved is { } handed)
        {
            return handed.ReleaseAsync();
        }

        bool isRejected = answer.Error is { StatusCode: not null } or { Category: ErrorCategory.Connection };
        UsageDetails? usage = isRejected ? new UsageDetails { TotalTokenCount = 0 } : answer.Response?.Usage;
        return Lease?.SettleAsync(usage, answer.Response?.Text ?? "", isFinal: true) ?? ValueTask.CompletedTask;
    }
}
