using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class StatisticsTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task EveryCall_IsCounted(string name)
    {
        var shape = ReturnShape.Named(name);
        var both = new OperationCounts("both_aspects", shape.Operation);
        var trace = new OperationCounts("trace_performance_alone", shape.Operation);

        for (var i = 0; i < 10; i++)
        {
            await shape.Invoke(new BothAspects(), static () => Task.FromResult(1), CancellationToken.None);
            await shape.Invoke(new TracePerformanceAlone(), static () => Task.FromResult(1), CancellationToken.None);
        }

        both.Successes.ShouldBe(10);
        both.Calls.ShouldBe(10);
        trace.Successes.ShouldBe(10);
    }

    [Fact]
    public void EveryConstructionOfAGenericType_SharesOneOperation()
    {
        var counts = new OperationCounts("generic_calls", "describe");

        GenericCalls<int>.Inner<string>.Describe(1, "text", 2.0).ShouldBe("1 text 2");
        GenericCalls<string>.Inner<int>.Describe("text", 1, 'c').ShouldBe("text 1 c");

        counts.Successes.ShouldBe(2);
    }

    [Fact]
    public void Overloads_ShareOneOperation()
    {
        var counts = new OperationCounts("overloads", "get");

        Overloads.Get(1).ShouldBe("int");
        Overloads.Get("text").ShouldBe("string");
        Overloads.Get<object>(1).ShouldBe("generic");

        counts.Successes.ShouldBe(3);
    }
}
