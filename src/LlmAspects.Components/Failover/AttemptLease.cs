using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>The reservation of one attempt.</summary>
internal sealed class AttemptLease(IBudgetLedger ledger, ITokenCounter counter, BudgetLease lease, TimeProvider time)
{
    private readonly TimeSpan _renewEvery = (lease.ExpiresAt - time.GetUtcNow()) / 3;
    private long _renewedAt = time.GetTimestamp();

    public ValueTask RenewAsync()
    {
        if (time.GetElapsedTime(_renewedAt) < _renewEvery)
        {
            return ValueTask.CompletedTask;
        }

        _renewedAt = time.GetTimestamp();
        return ledger.RenewAsync(lease);
    }

    /// <summary>Books what the provider reported, else the counted input and the counted text so far.</summary>
    /// <param name="reported">What the provider reported.</param>
    /// <param name="text">The text so far.</param>
    /// <param name="isFinal">Whether no more can be reported; providers that report as they go have not reported the text so far.</param>
    public ValueTask SettleAsync(UsageDetails? reported, string text, bool isFinal)
    {
        long? sum = reported is { InputTokenCount: { } input, OutputTokenCount: { } output } ? input + output : null;
        long? total = reported?.TotalTokenCount ?? sum;
        long used = isFinal && total is { } known ? known : Math.Max(total ?? 0, Counted(text));
        return ledger.SettleAsync(lease, Math.Max(0, used));
    }

    private long Counted(string text) => lease.Request.InputTokens + counter.CountText(lease.Request.ModelId, text).Upper;
}
