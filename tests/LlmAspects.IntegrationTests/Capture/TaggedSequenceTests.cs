using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Capture;

public sealed class TaggedSequenceTests
{
    private readonly TaggedSequences _sequences = new();

    public static TheoryData<string> Shapes => TaggedSequences.Shapes;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Enumeration_PutsArgumentsInstanceAndLastItemOnTheSpan(string shape)
    {
        var faults = PerformanceTracer.InstrumentationFaults;

        var span = await RecordedSpan.OfAsync(() => _sequences.ReadAsync(shape, count: 3));

        (span.GetTagItem("count"), span.GetTagItem("day"), span.GetTagItem("last")).ShouldBe((3, "Friday", "item 3"));
        span.GetTagItem("broken").ShouldBeNull();
        var isTyped = !shape.Contains("Objects", StringComparison.Ordinal);
        _sequences.Delivered.Select(static value => value.Reads).ShouldBe([0, 0, isTyped ? 1 : 0]);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + (isTyped ? 1 : 0));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task FailedEnumeration_HasItsArgumentsInTheErrorRecord(string shape)
    {
        var errors = new OperationCounts("tagged_sequences", shape);

        await Should.ThrowAsync<TimeoutException>(() => _sequences.ReadAsync(shape, count: 2, new TimeoutException()));

        errors.ErrorRecords.ShouldHaveSingleItem().Tags.ShouldBe([new("count", "2"), new("day", "Friday")], ignoreOrder: true);
        _sequences.Delivered.ShouldAllBe(static value => value.Reads == 0);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task FailedTracedEnumeration_TellsHowFarItCame(string shape)
    {
        var span = await RecordedSpan.OfAsync(() => Should.ThrowAsync<TimeoutException>(() => _sequences.ReadAsync(shape, count: 2, new TimeoutException())));

        (span.GetTagItem("count"), span.GetTagItem("last"), span.GetTagItem(TelemetryNames.ErrorType)).ShouldBe((2, "item 2", "System.TimeoutException"));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task UnheardEnumeration_ReadsNothing(string shape)
    {
        await _sequences.ReadAsync(shape, count: 2);

        _sequences.Delivered.ShouldAllBe(static value => value.Reads == 0);
    }

    [Fact]
    public void EmptyEnumeration_HasNoLastItem()
    {
        var span = RecordedSpan.Of(() => _sequences.Sequence(0).Count().ShouldBe(0));

        span.GetTagItem("count").ShouldBe(0);
        span.TagObjects.ShouldNotContain(static tag => tag.Key == "last");
    }

    [Fact]
    public void EachEnumeration_HasItsOwnLastItem()
    {
        var sequence = _sequences.Sequence(3);

        var spans = RecordedSpan.AllOf(() =>
        {
            using var left = sequence.GetEnumerator();
            left.MoveNext();
            sequence.Count().ShouldBe(3);
        });

        spans.Select(static span => span.GetTagItem("last")).ShouldBe(["item 3", "item 1"]);
    }

    [Fact]
    public void Reset_BeginsAnotherEnumeration()
    {
        var spans = RecordedSpan.AllOf(() =>
        {
            using var items = _sequences.Pass(new WatchedEnumerator())!;
            items.MoveNext();
            items.MoveNext();
            items.Reset();
            items.MoveNext();
        });

        spans.Select(static span => span.GetTagItem("last")).ShouldBe([2, 1]);
    }

    [Fact]
    public void Items_AreAskedForOnlyWhenTheyAreRecorded()
    {
        var (unheard, heard) = (new WatchedEnumerator(), new WatchedEnumerator());

        Exhaust(unheard);
        RecordedSpan.Of(() => Exhaust(heard));

        (unheard.Reads, heard.Reads).ShouldBe((0, 3));
    }

    [Fact]
    public void ItemThatCannotBeRead_CostsItsTag()
    {
        var faults = PerformanceTracer.InstrumentationFaults;

        var span = RecordedSpan.Of(() => Exhaust(new WatchedEnumerator(new InvalidOperationException())));

        span.TagObjects.ShouldNotContain(static tag => tag.Key == "last");
        span.GetTagItem(TelemetryNames.ItemCount).ShouldBe(3L);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 3);
    }

    [Fact]
    public void Collection_IsAFinishedCallThatReadsNothing()
    {
        int[] items = [1, 2];
        var item = new TaggedValue();

        RecordedSpan.AllOf(() => _sequences.PassAll(items, item).ShouldBeSameAs(items)).ShouldBeEmpty();

        item.Reads.ShouldBe(0);
    }

    [Fact]
    public void Null_StaysNull()
    {
        _sequences.Pass<int>(null).ShouldBeNull();
        _sequences.PassAll<int>(null, new TaggedValue()).ShouldBeNull();
    }

    [Fact]
    public void CancelledEnumeration_IsNoErrorAndReadsNothingMore()
    {
        var errors = new OperationCounts("tagged_sequences", "sequence");

        var span = RecordedSpan.Of(() => Should.Throw<OperationCanceledException>(() => _sequences.Sequence(2, cancellationToken: new CancellationToken(canceled: true)).Count()));

        errors.ErrorRecords.ShouldBeEmpty();
        span.GetTagItem(TelemetryNames.Outcome).ShouldBe("cancelled");
        span.GetTagItem("count").ShouldBe(2);
    }

    private void Exhaust(WatchedEnumerator items)
    {
        using var passed = _sequences.Pass(items)!;
        while (passed.MoveNext())
        {
        }
    }
}
