using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class InterfaceTests
{
    private readonly IDefaults<string, object> _defaults = new Defaults();

    [Fact]
    public void DefaultMethod_IsWrapped()
    {
        var counts = new OperationCounts("i_defaults", "measure");

        _defaults.Measure("four").ShouldBe(4);

        counts.Successes.ShouldBe(1);
    }

    [Fact]
    public void DefaultMethodThatAClassReplaces_IsTheClassesOwn()
    {
        var counts = new OperationCounts("i_defaults", "measure");

        ((IDefaults<string, object>)new OwnMeasure()).Measure("four").ShouldBe(-1);

        counts.Calls.ShouldBe(0);
    }

    [Fact]
    public void RetriedMethod_RunsUntilItSucceeds()
    {
        var counts = new OperationCounts("i_defaults", "retry");
        var attempts = 0;

        _defaults.Retry("", () => ++attempts == 2 ? attempts : throw new FormatException()).ShouldBe(2);

        counts.Successes.ShouldBe(1);
        counts.Errors.ShouldBe(0);
    }

    [Fact]
    public async Task TaskLike_IsWrapped()
    {
        var counts = new OperationCounts("i_defaults", "describe");

        (await _defaults.DescribeAsync("text")).ShouldBe("text");

        counts.Successes.ShouldBe(1);
    }

    [Fact]
    public void StaticVirtualMethod_IsWrapped()
    {
        var counts = new OperationCounts("i_defaults", "total");

        TotalOf<Defaults>([1, 2]).ShouldBe(3);

        counts.Successes.ShouldBe(1);
    }

    [Fact]
    public void Property_IsWrapped()
    {
        var counts = new OperationCounts("i_defaults", "get_size");

        _defaults.Size.ShouldBe(7);

        counts.Successes.ShouldBe(1);
    }

    private static int TotalOf<T>(int[] numbers)
        where T : IDefaults<string, object> => T.Total(numbers);
}
