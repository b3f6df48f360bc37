using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class RetryStreamConsumptionTests
{
    private const int Items = 1_000;

    private readonly FakeTimeProvider _clock = new();

    public RetryStreamConsumptionTests() => ErrorAggregator.Shared.Clear();

    [Fact]
    public async Task ConsumersToken_ReachesEveryAttempt()
    {
        List<CancellationToken> seen = [];
        using var consumer = new CancellationTokenSource();
        var streams = new RetriedStreams(_clock, (number, token) =>
        {
            seen.Add(token);
            return number < 3 ? throw new InvalidOperationException() : Producers.CountAsync();
        });

        (await _clock.Finish(streams.IterateAsync().ToListAsync(consumer.Token).AsTask())).ShouldBe([1, 2, 3]);

        seen.ShouldBe([consumer.Token, consumer.Token, consumer.Token]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CancelledDelay_IsCancelledAndNoError(bool byConsumer)
    {
        using var attempts = new AttemptCounts("iterate");
        var counts = new OperationCounts("retried_streams", "iterate");
        using var source = new CancellationTokenSource();
        var streams = new RetriedStreams(_clock, static (_, _) => throw new InvalidOperationException());
        var reading = byConsumer ? streams.IterateAsync().ToListAsync(source.Token) : streams.IterateAsync(source.Token).ToListAsync(CancellationToken.None);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading.AsTask());
        streams.Attempts.ShouldBe(1);
        attempts.Outcomes.ShouldBe("retried");
        counts.Cancellations.ShouldBe(1);
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task AnyToken_StopsALaterAttemptAfterItsFirstItem()
    {
        var counts = new OperationCounts("retried_streams", "read");
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        using var consumer = new CancellationTokenSource();
        var streams = new RetriedStreams(_clock, static (number, token) => number == 1 ? throw new InvalidOperationException() : Producers.CountUntilCancelledAsync(token));
        await using var items = streams.ReadAsync(first.Token, second.Token).GetAsyncEnumerator(consumer.Token);
        await _clock.Finish(items.MoveNextAsync().AsTask());

        await second.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(items.MoveNextAsync().AsTask());
        counts.Cancellations.ShouldBe(1);
    }

    [Fact]
    public async Task EarlyDisposal_EndsTheProducerOfTheLastAttempt()
    {
        var counts = new OperationCounts("retried_streams", "iterate");
        var streams = new RetriedStreams(_clock, static (number, _) => number == 1 ? throw new InvalidOperationException() : Producers.CountAsync());
        var items = streams.IterateAsync().GetAsyncEnumerator();
        await _clock.Finish(items.MoveNextAsync().AsTask());
        streams.Disposed.ShouldBe(1);

        await items.DisposeAsync();

        streams.Disposed.ShouldBe(2);
        counts.DisposedEarly.ShouldBe(1);
    }

    [Fact]
    public async Task StreamThatIsNeverPulled_IsDisposedAndMakesNoAttempt()
    {
        using var attempts = new AttemptCounts("read");
        var streams = new RetriedStreams(_clock, static (_, _) => throw new InvalidOperationException());

        await streams.ReadAsync().GetAsyncEnumerator().DisposeAsync();

        attempts.Outcomes.ShouldBe("");
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task DisposalDuringTheDelay_IsRefused()
    {
        var streams = new RetriedStreams(_clock, static (number, _) => number == 1 ? throw new InvalidOperationException() : Producers.CountAsync());
        var items = streams.ReadAsync().GetAsyncEnumerator();
        var first = items.MoveNextAsync().AsTask();

        await Should.ThrowAsync<NotSupportedException>(async () => await items.DisposeAsync());

        (await _clock.Finish(first)).ShouldBeTrue();
        await items.DisposeAsync();
    }

    [Fact]
    public async Task Items_AreHandedOnOneByOne()
    {
        var produced = 0;
        var streams = new RetriedStreams(_clock, (number, _) => number == 1 ? throw new InvalidOperationException() : Producers.CountAsync().Select(item => produced = item));
        var items = streams.ReadAsync().GetAsyncEnumerator();

        for (var expected = 1; expected <= 3; expected++)
        {
            await _clock.Finish(items.MoveNextAsync().AsTask());
            (items.Current, produced).ShouldBe((expected, expected));
        }

        (await items.MoveNextAsync()).ShouldBeFalse();
        await items.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Span_IsCurrentInEveryAttemptAndNeverInTheConsumer(int success)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        var streams = new RetriedStreams(_clock, (number, _) => number < success ? Producers.FailAfterAsync(0, number == 1) : Producers.CountAsync());
        var items = streams.IterateAsync().GetAsyncEnumerator();

        while (await _clock.Finish(items.MoveNextAsync().AsTask()))
        {
            Activity.Current.ShouldBeSameAs(caller);
        }

        await items.DisposeAsync();
        Activity.Current.ShouldBeSameAs(caller);
        var span = recorder.Stopped[^1];
        (span.OperationName, span.Parent, span.Status).ShouldBe(("retried_streams.iterate", caller, ActivityStatusCode.Unset));
        streams.Seen.Count.ShouldBe(6 + success);
        streams.Seen.ShouldAllBe(seen => seen == span);
        recorder.Stopped.SkipLast(1).Select(static attempt => attempt.GetTagItem("llmaspects.attempt")).ShouldBe(Enumerable.Range(1, success - 1).Cast<object>());
        recorder.Stopped.SkipLast(1).ShouldAllBe(attempt => attempt.ParentSpanId == span.SpanId && attempt.Status == ActivityStatusCode.Error);
    }

    [Fact]
    public async Task Tags_AreThoseOfTheCallAndOfItsLastItem()
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        var streams = new RetriedStreams(_clock, static (number, _) => number == 1 ? throw new InvalidOperationException() : Producers.CountAsync());

        (await streams.TagAsync("why").CountAsync()).ShouldBe(3);

        var (attempt, call) = (recorder.Stopped[0], recorder.Stopped[1]);
        (call.GetTagItem("question"), call.GetTagItem("retried.last")).ShouldBe(("why", 3));
        attempt.GetTagItem("question").ShouldBeNull();
    }

    [Fact]
    public async Task Item_CostsNoAllocation()
    {
        var items = RetriedStreams.PassAsync(new Endless())!.GetAsyncEnumerator();
        await items.MoveNextAsync();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < Items; i++)
        {
            (await items.MoveNextAsync()).ShouldBeTrue();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        await items.DisposeAsync();
    }

    /// <summary>Items that are there at once.</summary>
    private sealed class Endless : IAsyncEnumerable<string>, IAsyncEnumerator<string>
    {
        public string Current => "item";

        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken) => this;

        public ValueTask<bool> MoveNextAsync() => new(true);

        public ValueTask DisposeAsync() => default;
    }
}
