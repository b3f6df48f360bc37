namespace LlmAspects.Components.Tests.Tokens;

/// <summary>A test of the contract of ledgers; the ledger in memory needs nothing for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LedgerFactAttribute : FactAttribute;
