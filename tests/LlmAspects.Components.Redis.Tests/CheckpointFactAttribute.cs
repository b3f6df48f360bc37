using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>A test of the contract of checkpoint stores against a real Redis; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckpointFactAttribute : FactAttribute
{
    public CheckpointFactAttribute() => Skip = Tool.Redis.SkipReason;
}
