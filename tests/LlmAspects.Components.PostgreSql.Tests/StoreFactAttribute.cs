using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>A test of the contract of stores against a real PostgreSQL; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute
{
    public StoreFactAttribute() => Skip = Tool.Pglite.SkipReason;
}
