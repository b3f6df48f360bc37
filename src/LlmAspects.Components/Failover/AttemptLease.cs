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
    public ValueTask SettleAsync(UsageDetails? reported, string text)
    {
        long? sum = reported is { InputTokenCount: { } input, OutputTokenCount: { } output } ? input + output : null;
        long used = reported?.TotalTokenCount ?? sum ?? lease.Request.InputTokens + counter.CountText(lease.Request.ModelId, text).Upper;
        return ledger.SettleAsync(lease, Math.Max(0, used));
    }
}
