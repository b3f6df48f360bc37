using LlmAspects.Testing;

namespace LlmAspects.AspNetCore.Tests.Browser;

/// <summary>As <see cref="FactWithChromiumAttribute"/>, with data, and with the rules of accessibility.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithChromiumAttribute : TheoryAttribute
{
    public TheoryWithChromiumAttribute() => Skip = Tool.Chromium.SkipReason ?? Tool.Axe.SkipReason;
}
