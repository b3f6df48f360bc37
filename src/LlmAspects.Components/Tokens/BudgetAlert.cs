namespace LlmAspects.Components.Tokens;

/// <summary>Something that an operator should know of a budget.</summary>
/// <param name="Tenant">Whose budget.</param>
/// <param name="Day">The day (UTC).</param>
/// <param name="Kind">What happened.</param>
/// <param name="Used">The tokens booked so far.</param>
/// <param name="Limit">The limit of the day; <see langword="null"/> when there is none.</param>
public sealed record BudgetAlert(string Tenant, DateOnly Day, BudgetAlertKind Kind, long Used, long? Limit);
