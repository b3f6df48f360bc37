using LlmAspects.Shared;

namespace LlmAspects.Analyzers.Tests.Conventions;

public class GenAIRulesTests
{
    [Fact]
    public void Operations_AreThoseOfTheAttributeInItsOrder() => GenAIRules.Operations.ShouldBe(Enum.GetNames<GenAIOperation>());
}
