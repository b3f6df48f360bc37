using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class StreamFailureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_PassesTheExceptionItselfAndStopsTheSpan(bool asynchronously)
    {
        var service = new EmittedService($"stream_failure_{asynchronously}");
        using var spans = new SpanLog(service.Source);
        var error = new InvalidDataException();

        var caught = await Record.ExceptionAsync(() => Streams.Read(service.Stream(() => Streams.Failing(error, asynchronously))));

        caught.ShouldBeSameAs(error);
        caught.StackTrace.ShouldNotBeNull().ShouldContain(nameof(Streams.Failing));
        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.ErrorCount, stats.ItemCount).ShouldBe((1, 1, 1));
        Recorded.Errors(service.Source).ShouldHaveSingleItem();
        spans.Single.Status.ShouldBe(ActivityStatusCode.Error);
        Activity.Current.ShouldBeNull();
    }

    [Fact]
    public async Task CancelledEnumeration_IsCancelled()
    {
        var service = new EmittedService("stream_cancelled");
        using var source = new CancellationTokenSource();

        var caught = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in service.Stream(() => Streams.Endless(), CancellationToken.None).WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });

        caught.ShouldBeAssignableTo<OperationCanceledException>();
        var stats = Recorded.Stats(service.Source);
        (stats.CancelledCount, stats.ErrorCount).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Timeout_IsAnError()
    {
        var service = new EmittedService("stream_timeout");

        await Record.ExceptionAsync(() => Streams.Read(service.Stream(() => Streams.Failing(new OperationCanceledException(), false), CancellationToken.None)));

        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
    }

    [Fact]
    public async Task ErrorContextAlone_RecordsOnlyTheFailure()
    {
        var service = new EmittedService("stream_error_alone", AspectKinds.ErrorContext);
        using var spans = new SpanLog(service.Source);

        await Streams.Read(service.Stream(() => Streams.Numbers(2)));
        await Record.ExceptionAsync(() => Streams.Read(service.Stream(() => Streams.Failing(new FormatException(), true))));

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.ErrorCount, stats.StreamCount).ShouldBe((0, 1, 0));
        spans.Stopped.ShouldBeEmpty();
    }

    [Fact]
    public async Task FailureOfGetAsyncEnumerator_IsRecorded()
    {
        var service = new EmittedService("stream_get_enumerator");

        await Record.ExceptionAsync(() => Streams.Read(service.Stream(() => new Unenumerable())));

        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
    }

    private sealed class Unenumerable : IAsyncEnumerable<int>
    {
        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
