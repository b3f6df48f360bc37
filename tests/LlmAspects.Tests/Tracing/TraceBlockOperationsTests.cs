using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

public sealed class TraceBlockOperationsTests
{
    [Fact]
    public void NamesBeyondTheBound_AreCountedAsOther()
    {
        var operations = new TraceBlockOperations(maximum: 2);
        var first = operations.Find("block_names", "first");
        operations.Find("block_names", "second").Name.ShouldBe("second");

        var third = operations.Find("block_names", "third");

        (third.Component, third.Name).ShouldBe(("llmaspects", "other"));
        operations.Find("block_names", "fourth").ShouldBeSameAs(third);
        operations.Find("block_names", "first").ShouldBeSameAs(first);
    }
}
