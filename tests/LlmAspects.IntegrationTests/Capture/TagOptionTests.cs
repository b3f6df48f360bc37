using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Capture;

/// <summary>Tags on methods that drop spans.</summary>
public sealed class TagOptionTests
{
    private readonly TaggedOptions _calls = new();
    private readonly TaggedValue _result = new();

    public static TheoryData<string, bool> Calls => CallMatrix.Of(TaggedOptions.Shapes);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Success_IsDroppedAndItsResultNotRead(string shape, bool isPending)
    {
        var span = await RecordedSpan.OfAsync(() => _calls.CallAsync(shape, () => _result.EndAsync(isPending)));

        (span.Recorded, span.IsAllDataRequested).ShouldBe((false, false));
        _result.Reads.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Failure_IsKeptWithItsArguments(string shape, bool isPending)
    {
        var span = await RecordedSpan.OfAsync(() => Should.ThrowAsync<TimeoutException>(() => _calls.CallAsync(shape, () => _result.EndAsync(isPending, new TimeoutException()))));

        span.Recorded.ShouldBeTrue();
        span.GetTagItem("number").ShouldBe(7);
    }
}
