using LlmAspects.Shared;

namespace LlmAspects.Analyzers.Tests.Conventions;

public class LevelRulesTests
{
    [Fact]
    public void Levels_AreThoseOfTheAttributeInTheirOrder() => LevelRules.Levels.ShouldBe(Enum.GetNames<AspectLevel>());

    [Fact]
    public void Default_IsInformation() => new TracePerformanceAttribute().Level.ShouldBe(AspectLevel.Information);
}
