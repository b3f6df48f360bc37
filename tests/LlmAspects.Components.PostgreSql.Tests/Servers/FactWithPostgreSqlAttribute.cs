using LlmAspects.Testing;

namespace LlmAspects.Components.PostgreSql.Tests.Servers;

/// <summary>A test against a real PostgreSQL; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithPostgreSqlAttribute : FactAttribute
{
    public FactWithPostgreSqlAttribute() => Skip = Tool.Pglite.SkipReason;
}
