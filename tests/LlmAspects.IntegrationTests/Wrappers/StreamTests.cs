using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class StreamTests
{
    [Fact]
    public async Task StreamReadToItsEnd_IsOneCallWithItsItems()
    {
        var counts = new OperationCounts("numbers", "count");
        List<int> items = [];

        await foreach (var item in new Numbers().CountAsync(5))
        {
            items.Add(item);
        }

        items.ShouldBe([1, 2, 3, 4, 5]);
        counts.Successes.ShouldBe(1);
        counts.Items.ShouldBe(5);
    }

    [Fact]
    public void StreamThatIsNotPulled_IsNoCall()
    {
        var counts = new OperationCounts("numbers", "count");
        var numbers = new Numbers();

        numbers.CountAsync(5).ShouldNotBeNull();

        counts.Calls.ShouldBe(0);
        numbers.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task StreamReadTwice_IsTwoCalls()
    {
        var counts = new OperationCounts("numbers", "count");
        var stream = new Numbers().CountAsync(3);

        (await stream.CountAsync()).ShouldBe(3);
        (await stream.CountAsync()).ShouldBe(3);

        counts.Successes.ShouldBe(2);
        counts.Items.ShouldBe(6);
    }

    [Fact]
    public async Task StreamLeftEarly_IsDisposedAndCountedAsSuch()
    {
        var counts = new OperationCounts("numbers", "count");
        var numbers = new Numbers();

        (await numbers.CountAsync(5).FirstAsync()).ShouldBe(1);

        numbers.IsDisposed.ShouldBeTrue();
        counts.DisposedEarly.ShouldBe(1);
        counts.Successes.ShouldBe(0);
        counts.Errors.ShouldBe(0);
        counts.Items.ShouldBe(1);
    }

    [Fact]
    public async Task TokenOfTheConsumer_ReachesTheProducerAndExplainsTheCancellation()
    {
        var counts = new OperationCounts("numbers", "count");
        var numbers = new Numbers();
        using var consumer = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in numbers.CountAsync(5).WithCancellation(consumer.Token))
            {
                await consumer.CancelAsync();
            }
        });

        numbers.Token.ShouldBe(consumer.Token);
        counts.Cancellations.ShouldBe(1);
        counts.ErrorRecords.ShouldBeEmpty();
    }

    [Fact]
    public void FailureBeforeThereIsAStream_IsAnErrorWithItsOriginalStack()
    {
        var counts = new OperationCounts("numbers", "refuse");

        var error = Should.Throw<NotSupportedException>(() => new Numbers().RefuseAsync());

        error.StackTrace!.ShouldContain("RefuseCoreAsync");
        counts.Errors.ShouldBe(1);
        counts.ErrorRecords.ShouldHaveSingleItem().Operation.ShouldBe("refuse");
    }

    [Fact]
    public async Task Span_IsCurrentInTheProducerOnEveryPullAndNeverInTheConsumer()
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        var numbers = new Numbers();

        await foreach (var item in numbers.CountAsync(4))
        {
            Activity.Current.ShouldBeSameAs(caller);
            recorder.Stopped.ShouldBeEmpty();
        }

        Activity.Current.ShouldBeSameAs(caller);
        var span = recorder.Stopped.ShouldHaveSingleItem();
        span.Parent.ShouldBeSameAs(caller);
        numbers.Seen.ShouldBe([span, span, span, span]);
    }
}
