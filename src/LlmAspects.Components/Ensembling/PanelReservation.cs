using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Ensembling;

/// <summary>Reserves the worst case of all members before one is asked, or of none.</summary>
internal sealed class PanelReservation(IBudgetLedger ledger, ITokenCounter counter, TimeProvider time)
{
    /// <summary>Reserves, and marks as sent. A call without a limit of its own output gets the default one, which is sent.</summary>
    /// <exception cref="BudgetExceededException">Not all of them fit; nothing is reserved.</exception>
    public async ValueTask<MemberCall[]> ReserveAsync(MemberCall[] calls, CancellationToken cancellationToken)
    {
        var leases = new List<BudgetLease>(calls.Length);
        try
        {
            foreach (MemberCall call in calls)
            {
                call.Options.MaxOutputTokens ??= RouteFilters.DefaultMaxOutputTokens;
                long input = counter.CountRequest(call.ModelId, call.Messages, call.Options).Upper;
                var worst = new BudgetRequest(call.Options.Tenant, call.ModelId, input, call.Options.MaxOutputTokens.Value) { Workflow = call.Options.Workflow };
                leases.Add(await ledger.ReserveAsync(worst, cancellationToken).ConfigureAwait(false));
            }

            foreach (BudgetLease lease in leases)
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

        return [.. calls.Zip(leases, (call, lease) => call with { Lease = new AttemptLease(ledger, counter, lease, time) })];
    }
}
