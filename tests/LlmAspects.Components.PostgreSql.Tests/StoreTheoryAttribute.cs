using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>Tests of the contract of stores against a real PostgreSQL; skipped with the reason where there is none, except in continuous integration, where they fail.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute
{
    public StoreTheoryAttribute() => Skip = Tool.Pglite.SkipReason;
}
