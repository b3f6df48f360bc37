using System.Diagnostics;
using System.Globalization;

namespace LlmAspects.Tests.Runtime;

/// <summary>Consumers that do not simply loop, and the tokens that reach the producer.</summary>
public sealed class StreamConsumptionTests
{
    [Fact]
    public async Task PullFetchedLongAfterItsCompletion_IsAnItemOfTheStream()
    {
        var service = new EmittedService("consumption_late");
        var gate = new TaskCompletionSource<bool>();
        var items = service.Stream(() => new GatedStream(gate.Task)).GetAsyncEnumerator();
        var pull = items.MoveNextAsync();
        pull.IsCompleted.ShouldBeFalse();

        gate.SetResult(true);
        pull.IsCompleted.ShouldBeTrue();
        (await pull).ShouldBeTrue();
        await items.DisposeAsync();

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.DisposedEarlyCount, stats.UntimedCount, stats.ItemCount).ShouldBe((1, 1, 0, 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ConsumerThatThrows_DisposesTheStreamEarlyAndKeepsItsActivity(bool continueOnCapturedContext)
    {
        var service = new EmittedService($"consumption_throwing_{continueOnCapturedContext}");
        using var spans = new SpanLog(service.Source);
        using var caller = new Activity("caller").Start();

        await Should.ThrowAsync<FormatException>(async () =>
        {
            await foreach (var number in service.Stream(() => Streams.Numbers(4)).ConfigureAwait(continueOnCapturedContext))
            {
                Activity.Current.ShouldBeSameAs(caller);
                if (number == 2)
                {
                    throw new FormatException("the consumer's own");
                }
            }
        });

        Activity.Current.ShouldBeSameAs(caller);
        spans.Single.Parent.ShouldBeSameAs(caller);
        var stats = Recorded.Stats(service.Source);
        (stats.DisposedEarlyCount, stats.ErrorCount, stats.ItemCount).ShouldBe((1, 0, 3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TokenOfTheMethodOrOfTheConsumer_ReachesTheProducerAndExplainsTheCancellation(bool byMethod)
    {
        var service = new EmittedService($"consumption_token_{byMethod}");
        using var method = new CancellationTokenSource();
        using var consumer = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            var stream = service.Stream(() => Streams.Endless(method.Token), method.Token);
            await foreach (var _ in stream.WithCancellation(consumer.Token))
            {
                await (byMethod ? method : consumer).CancelAsync();
            }
        });

        var stats = Recorded.Stats(service.Source);
        (stats.CancelledCount, stats.ErrorCount, stats.ItemCount).ShouldBe((1, 0, 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FailureBeforeTheFirstItem_IsAFailedStreamWithoutItems(bool asynchronously)
    {
        var service = new EmittedService($"consumption_no_item_{asynchronously}");

        await Should.ThrowAsync<FormatException>(() => Streams.Read(service.Stream(() => Refusing(asynchronously))));

        var stats = Recorded.Stats(service.Source);
        (stats.ErrorCount, stats.StreamCount, stats.ItemCount).ShouldBe((1, 1, 0));
        stats.MeanTimeToFirstItemMilliseconds.ShouldBeNull();
    }

    [Fact]
    public async Task EnumeratorsSideBySide_AreCallsOfTheirOwn()
    {
        var service = new EmittedService("consumption_side_by_side");
        var stream = service.Stream(() => Streams.Numbers(2));
        await using var first = stream.GetAsyncEnumerator();
        var second = stream.GetAsyncEnumerator();

        (await first.MoveNextAsync()).ShouldBeTrue();
        (await second.MoveNextAsync()).ShouldBeTrue();
        (await first.MoveNextAsync()).ShouldBeTrue();
        (first.Current, second.Current).ShouldBe((1, 0));
        await second.DisposeAsync();
        (await first.MoveNextAsync()).ShouldBeFalse();

        var stats = Recorded.Stats(service.Source);
        (stats.SuccessCount, stats.DisposedEarlyCount, stats.ItemCount).ShouldBe((1, 1, 3));
    }

    private static async IAsyncEnumerable<int> Refusing(bool asynchronously)
    {
        if (asynchronously)
        {
            await Task.Yield();
        }

        yield return int.Parse("none", CultureInfo.InvariantCulture);
    }
}
