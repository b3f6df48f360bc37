using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Ensembling;

/// <summary>Reserves the worst case of all members before one is asked, or of none.</summary>
/// <param name="ledger">The budget.</param>
/// <param name="counter">Counts the input.</param>
/// <param name="host">The pipeline that makes the members' attempts from the same ledger, and takes these reservations over; <see langword="null"/> when the client keeps no budget.</param>
/// <param name="time">The clock.</param>
internal sealed class PanelReservation(IBudgetLedger ledger, ITokenCounter counter, PanelHost? host, TimeProvider time)
{
    /// <summary>Reserves, and marks as sent unless it is handed over. A call without a limit of its own output gets the default one, which is sent.</summary>
    /// <exception cref="BudgetExceededException">Not all of them fit; nothing is reserved.</exception>
    public async ValueTask<MemberCall[]> ReserveAsync(MemberCall[] calls, CancellationToken cancellationToken)
    {
        var leases = new List<BudgetLease>(calls.Length);
        try
        {
            foreach (MemberCall call in calls)
            {
                call.Options.MaxOutputTokens ??= Math.Min(RouteFilters.DefaultMaxOutputTokens, host?.MaxOutputTokens(call.ModelId) ?? int.MaxValue);
                long input = counter.CountRequest(call.ModelId, call.Messages, call.Options).Upper;
                var worst = new BudgetRequest(call.Options.Tenant, call.ModelId, input, call.Options.MaxOutputTokens.Value) { Workflow = call.Options.Workflow };
                leases.Add(await ledger.ReserveAsync(worst, cancellationToken).ConfigureAwait(false));
            }

            foreach (BudgetLease lease in host is null ? leases : [])
            {
                await ledger.MarkSentAsync(lease, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            foreach (BudgetLease lease in leases)
            {
                await ledger.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }

        return [.. calls.Zip(leases, Give)];
    }

    private MemberCall Give(MemberCall call, BudgetLease lease)
    {
        if (host is not null)
        {
            call.Options.Reserved = new ReservedAttempt(ledger, lease);
            return call;
        }

        return call with { Lease = new AttemptLease(ledger, counter, lease, time) };
    }
}
