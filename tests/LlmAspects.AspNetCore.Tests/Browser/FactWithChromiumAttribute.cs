using LlmAspects.Testing;

namespace LlmAspects.AspNetCore.Tests.Browser;

/// <summary>A test in a real browser; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithChromiumAttribute : FactAttribute
{
    public FactWithChromiumAttribute() => Skip = Tool.Chromium.SkipReason;
}
