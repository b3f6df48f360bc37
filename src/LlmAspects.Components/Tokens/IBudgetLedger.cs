namespace LlmAspects.Components.Tokens;

/// <summary>Keeps what tenants may spend. Every attempt reserves its worst case first and settles what it used. Thread-safe.</summary>
public interface IBudgetLedger
{
    /// <summary>Reserves the worst case of an attempt.</summary>
    /// <param name="request">Who spends how much.</param>
    /// <param name="cancellationToken">Cancels the wait for the ledger.</param>
    /// <exception cref="BudgetExceededException">The reservation does not fit what is left; nothing is reserved.</exception>
    ValueTask<BudgetLease> ReserveAsync(BudgetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Notes that the request went out: from now on an expired lease is settled at its worst case, not given back.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Cancels the wait for the ledger.</param>
    ValueTask MarkSentAsync(BudgetLease lease, CancellationToken cancellationToken = default);

    /// <summary>Keeps the lease of a living stream from expiring.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Cancels the wait for the ledger.</param>
    ValueTask RenewAsync(BudgetLease lease, CancellationToken cancellationToken = default);

    /// <summary>Books what was used and gives back the rest. Settling twice books once.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="usedTokens">Input and output tokens, at least 0; more than was reserved is booked too.</param>
    /// <param name="cancellationToken">Cancels the wait for the ledger.</param>
    ValueTask SettleAsync(BudgetLease lease, long usedTokens, CancellationToken cancellationToken = default);

    /// <summary>Gives back everything: nothing was sent.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Cancels the wait for the ledger.</param>
    ValueTask ReleaseAsync(BudgetLease lease, CancellationToken cancellationToken = default);
}
