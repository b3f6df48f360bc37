using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Tokens;

/// <summary>A test of the contract of ledgers against a real Redis; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LedgerFactAttribute : FactAttribute
{
    public LedgerFactAttribute() => Skip = Tool.Redis.SkipReason;
}
