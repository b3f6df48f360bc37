using LlmAspects.Generators.Model;
using LlmAspects.Runtime;

namespace LlmAspects.Generators.Tests.Emission;

public class AspectSetTests
{
    [Fact]
    public void NamesAndValues_AreThoseOfTheRuntime()
    {
        Enum.GetNames<AspectSet>().ShouldBe(Enum.GetNames<AspectKinds>());
        Enum.GetValues<AspectSet>().Select(static value => (int)value).ShouldBe(Enum.GetValues<AspectKinds>().Select(static value => (int)value));
    }
}
