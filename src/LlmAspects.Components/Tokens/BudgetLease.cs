namespace LlmAspects.Components.Tokens;

/// <summary>A reservation in an <see cref="IBudgetLedger"/>.</summary>
/// <param name="Id">Unique in its ledger.</param>
/// <param name="Request">What was reserved.</param>
/// <param name="ExpiresAt">When it lapses unless it is renewed or settled.</param>
public sealed record BudgetLease(Guid Id, BudgetRequest Request, DateTimeOffset ExpiresAt);
