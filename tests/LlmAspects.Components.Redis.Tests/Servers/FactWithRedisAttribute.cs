using LlmAspects.Testing;

namespace LlmAspects.Components.Redis.Tests.Servers;

/// <summary>A test against a real Redis; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithRedisAttribute : FactAttribute
{
    public FactWithRedisAttribute() => Skip = Tool.Redis.SkipReason;
}
