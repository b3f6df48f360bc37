namespace LlmAspects.AotTests;

/// <summary>A test that publishes a native program; skipped with the reason where it cannot be linked, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithNativeToolChainAttribute : FactAttribute
{
    public FactWithNativeToolChainAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = NativeToolChain.FindMissing();
        }
    }
}
