using Xunit;

namespace LlmAspects.Testing;

/// <summary>A test against a real protocol server; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithAimockAttribute : FactAttribute
{
    /// <summary>Skips where the server is not installed.</summary>
    public FactWithAimockAttribute() => Skip = AimockServer.SkipReason;
}
