using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Capture;

/// <summary>Values are read when they are recorded, once, and what their getters throw costs the tag alone.</summary>
public sealed class TagReadingTests
{
    private readonly WatchedCalls _calls = new();
    private readonly TaggedValue _argument = new();
    private readonly TaggedValue _result = new();

    public static TheoryData<string, bool> Calls => CallMatrix.Of(WatchedCalls.Shapes);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task UnheardSuccess_ReadsNothing(string shape, bool isPending)
    {
        var faults = PerformanceTracer.InstrumentationFaults;

        (await _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending))).ShouldBeSameAs(_result);

        ShouldHaveRead(arguments: 0, results: 0);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults);
    }

    [Fact]
    public void UnheardCompleteTask_IsTheSameInstanceAndAllocatesNothing()
    {
        var task = Task.FromResult(_result);
        Func<Task<TaggedValue>> body = () => task;
        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            Call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var isSame = Call();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        isSame.ShouldBeTrue();

        bool Call() =>
            ReferenceEquals(_calls.TaskAsync(_argument, body, CancellationToken.None), task)
            & IsComplete(_calls.ValueTaskAsync(_argument, body, CancellationToken.None));

        static bool IsComplete(ValueTask<TaggedValue> task) => task.IsCompletedSuccessfully;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task TracedSuccess_ReadsEveryValueOnceAndSurvivesTheBrokenOnes(string shape, bool isPending)
    {
        var faults = PerformanceTracer.InstrumentationFaults;

        var span = await RecordedSpan.OfAsync(() => _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending)));

        ShouldHaveRead(arguments: 1, results: 1);
        ShouldTell(span, "argument=1 own=1 result=1");
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 3);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task UnheardFailure_ReadsTheArgumentsForTheErrorRecord(string shape, bool isPending)
    {
        var (errors, faults) = (new OperationCounts("watched_calls", shape), PerformanceTracer.InstrumentationFaults);

        await Should.ThrowAsync<TimeoutException>(() => _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending, new TimeoutException())));

        ShouldHaveRead(arguments: 1, results: 0);
        errors.ErrorRecords.ShouldHaveSingleItem().Tags.ShouldBe([new("argument", "1"), new("own", "1")], ignoreOrder: true);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 2);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task TracedFailure_ReadsTheArgumentsOnceForBoth(string shape, bool isPending)
    {
        var errors = new OperationCounts("watched_calls", shape);

        var span = await RecordedSpan.OfAsync(() => Should.ThrowAsync<TimeoutException>(() => _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending, new TimeoutException()))));

        ShouldHaveRead(arguments: 1, results: 0);
        ShouldTell(span, "argument=1 own=1");
        errors.ErrorRecords.ShouldHaveSingleItem().Tags.ShouldBe([new("argument", "1"), new("own", "1")], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task UnheardCancellationOrExpectedException_ReadsNothing(string shape, bool isPending)
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending, new OperationCanceledException(cancelled)), cancelled));
        await Should.ThrowAsync<FormatException>(() => _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending, new FormatException())));

        ShouldHaveRead(arguments: 0, results: 0);
    }

    [Fact]
    public async Task SpanThatIsNotRecorded_ReadsNothing()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == AssemblySettings.Source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(listener);

        foreach (var shape in WatchedCalls.Shapes)
        {
            await _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending: true));
        }

        ShouldHaveRead(arguments: 0, results: 0);
    }

    private void ShouldHaveRead(int arguments, int results) =>
        (_argument.Reads, _calls.Own.Reads, _result.Reads).ShouldBe((arguments, arguments, results));

    private static void ShouldTell(Activity span, string tags) =>
        string.Join(' ', span.TagObjects.Where(static tag => !tag.Key.StartsWith("llmaspects", StringComparison.Ordinal) && tag.Key != TelemetryNames.ErrorType)
            .OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}")).ShouldBe(tags);
}
