using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public sealed class TagTests
{
    private readonly TaggedCalls _calls = new();

    [Fact]
    public void SyncCall_PutsArgumentsAndResultOnTheSpan()
    {
        var span = RecordedSpan.Of(() => _calls.Compute(new TaggedValue { Inner = new TaggedValue { Text = "deep" } }, new string('x', 255) + "\U0001F600", () => 7));

        span.GetTagItem("inner").ShouldBe("deep");
        span.GetTagItem("first_name").ShouldBe(new string('x', 255));
        span.GetTagItem("secret").ShouldBe(string.Empty);
        span.GetTagItem("read").ShouldBe(1);
        span.GetTagItem("day").ShouldBe("Friday");
        span.GetTagItem("length").ShouldBe(7);
        span.TagObjects.ShouldNotContain(tag => tag.Key == "broken");
    }

    [Fact]
    public void NullOnTheWay_LeavesTheTagOut() =>
        RecordedSpan.Of(() => _calls.Compute(new TaggedValue(), null, () => 7)).TagObjects.ShouldNotContain(tag => tag.Key == "inner" || tag.Key == "first_name");

    [Fact]
    public void FailedCall_HasItsArgumentsInTheErrorRecord()
    {
        var value = new TaggedValue { Inner = new TaggedValue { Text = "deep" } };
        Should.Throw<TimeZoneNotFoundException>(() => _calls.Compute(value, "Ada", () => throw new TimeZoneNotFoundException()));

        TagsOf<TimeZoneNotFoundException>().ShouldBe(
            [new("inner", "deep"), new("secret", ""), new("read", "1"), new("day", "Friday"), new("first_name", "Ada")], ignoreOrder: true);
    }

    [Fact]
    public void FailedTracedCall_ReadsItsArgumentsOnce()
    {
        var value = new TaggedValue();
        RecordedSpan.Of(() => Should.Throw<InvalidTimeZoneException>(() => _calls.Compute(value, "Ada", () => throw new InvalidTimeZoneException())));

        value.Reads.ShouldBe(1);
        TagsOf<InvalidTimeZoneException>()["read"].ShouldBe("1");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task AsyncCall_PutsArgumentsAndResultOnTheSpan(bool isPending, bool isValueTask)
    {
        var source = new TaskCompletionSource<TaggedValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var root = new Activity("root").Start();
        if (!isPending)
        {
            source.SetResult(new TaggedValue { Text = "done" });
        }

        var call = isValueTask ? _calls.ComputeValueAsync(3, () => source.Task, default).AsTask() : _calls.ComputeAsync(3, () => source.Task, default);
        source.TrySetResult(new TaggedValue { Text = "done" });
        await call;

        var span = recorder.Stopped.Single(activity => activity.TraceId == root.TraceId);
        span.GetTagItem("attempt").ShouldBe(3);
        span.GetTagItem("text").ShouldBe("done");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FailedTask_HasItsArgumentsInTheErrorRecord(bool isPending)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!isPending)
        {
            source.SetException(new DriveNotFoundException());
        }

        var call = _calls.RunAsync(5, () => source.Task);
        source.TrySetException(new DriveNotFoundException());
        await Should.ThrowAsync<DriveNotFoundException>(() => call);

        TagsOf<DriveNotFoundException>()["attempt"].ShouldBe("5");
    }

    [Fact]
    public async Task Stream_PutsTheLastItemOnTheSpan()
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var root = new Activity("root").Start();
        await foreach (var _ in _calls.StreamAsync(2))
        {
        }

        var span = recorder.Stopped.Single(activity => activity.TraceId == root.TraceId);
        span.GetTagItem("count").ShouldBe(2);
        span.GetTagItem("last").ShouldBe("item 2");
    }

    [Fact]
    public void SpanOfCharacters_IsRecordedAsText() => RecordedSpan.Of(() => TaggedCalls.Measure("four")).GetTagItem("text").ShouldBe("four");

    [Fact]
    public void GenericMethod_RecordsItsArgument() => RecordedSpan.Of(() => _calls.Echo(2.5)).GetTagItem("value").ShouldBe(2.5);

    [Fact]
    public void UnheardSuccess_ReadsNothingAndAllocatesNothing()
    {
        var value = new TaggedValue();
        Func<int> body = static () => 7;
        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            _calls.Compute(value, "Ada", body);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        _calls.Compute(value, "Ada", body);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        value.Reads.ShouldBe(0);
    }

    private static IReadOnlyDictionary<string, string> TagsOf<TException>() =>
        ErrorAggregator.Shared.Recent().First(record => record.ExceptionType == typeof(TException).FullName).Tags;
}
