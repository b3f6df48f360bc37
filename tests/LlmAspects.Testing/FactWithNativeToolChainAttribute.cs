using Xunit;

namespace LlmAspects.Testing;

/// <summary>A test that publishes a native program; skipped with the reason where it cannot be linked, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithNativeToolChainAttribute : FactAttribute
{
    /// <summary>Skips the test where nothing can be linked.</summary>
    public FactWithNativeToolChainAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = NativeToolChain.FindMissing();
        }
    }
}
