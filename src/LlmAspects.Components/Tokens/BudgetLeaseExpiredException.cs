namespace LlmAspects.Components.Tokens;

/// <summary>A request was about to be sent on a lease that had lapsed or ended: its tokens were given back.</summary>
public sealed class BudgetLeaseExpiredException : LlmResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="lease">The lease.</param>
    public BudgetLeaseExpiredException(BudgetLease lease)
        : base("budget_lease_expired", $"The lease {lease.Id} of tenant '{lease.Request.Tenant}' is not alive any more. Reserve again right before sending, or lengthen LeaseDuration.") => Lease = lease;

    /// <summary>The lease.</summary>
    public BudgetLease Lease { get; }
}
