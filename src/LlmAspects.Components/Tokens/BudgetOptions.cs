using System.Collections.Frozen;

namespace LlmAspects.Components.Tokens;

/// <summary>What tenants may spend a day.</summary>
public sealed record BudgetOptions
{
    /// <summary>The tokens that a tenant may use a day (UTC), input and output together, at least 0. The default is <see langword="null"/>: no limit.</summary>
    public long? TokensPerDay { get; init; }

    /// <summary>Limits of single tenants, instead of <see cref="TokensPerDay"/>. The default is empty.</summary>
    public IReadOnlyDictionary<string, long> TenantTokensPerDay { get; init; } = FrozenDictionary<string, long>.Empty;

    /// <summary>
    /// The tokens that one workflow of a tenant may use a day (UTC), within what its tenant may, at least 0. The default is <see langword="null"/>: no limit, and workflows are not counted.
    /// With a limit, the ledger remembers every workflow of a day until the day is over.
    /// </summary>
    public long? WorkflowTokens { get; init; }

    /// <summary>How long a lease lives unless it is renewed, more than 0. The default is 2 min.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The used part of a limit that raises an alert, more than 0 to 1. The default is 0.8.</summary>
    public double AlertFraction { get; init; } = 0.8;

    /// <summary>Told once a tenant and day that the alert fraction is reached, and of every settlement above its reservation. Called outside of locks; the default is <see langword="null"/>: nobody.</summary>
    public Action<BudgetAlert>? OnAlert { get; init; }

    internal long? LimitOf(string tenant) => TenantTokensPerDay.TryGetValue(tenant, out long limit) ? limit : TokensPerDay;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(TokensPerDay ?? 0, nameof(TokensPerDay));
        foreach (long limit in TenantTokensPerDay.Values)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(limit, nameof(TenantTokensPerDay));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(WorkflowTokens ?? 0, nameof(WorkflowTokens));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LeaseDuration, TimeSpan.Zero, nameof(LeaseDuration));
        if (AlertFraction is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(AlertFraction), AlertFraction, "The fraction must be above 0 and at most 1.");
        }
    }
}
