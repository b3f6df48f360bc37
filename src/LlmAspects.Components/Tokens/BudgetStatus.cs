namespace LlmAspects.Components.Tokens;

/// <summary>The state of the budget of a tenant, or of one of its workflows, today.</summary>
/// <param name="Tenant">Whose budget.</param>
/// <param name="Day">The day (UTC).</param>
/// <param name="Used">The tokens booked.</param>
/// <param name="Reserved">The tokens held by living leases.</param>
/// <param name="Limit">The limit of the day; <see langword="null"/> when there is none.</param>
public sealed record BudgetStatus(string Tenant, DateOnly Day, long Used, long Reserved, long? Limit)
{
    /// <summary>The workflow whose budget it is; <see langword="null"/> when it is the whole tenant's.</summary>
    public string? Workflow { get; init; }

    /// <summary>What can still be reserved, at least 0; <see langword="null"/> when there is no limit.</summary>
    public long? Available => Limit is { } limit ? Math.Max(0, limit - Used - Reserved) : null;
}
