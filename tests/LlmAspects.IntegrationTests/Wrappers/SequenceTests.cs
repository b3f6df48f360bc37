using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class SequenceTests
{
    [Fact]
    public void SequenceReadTwice_IsTwoCallsWithTheirItems()
    {
        var counts = new OperationCounts("words", "split");
        var words = new Words().Split("a b c");
        counts.Calls.ShouldBe(0);

        words.ToArray().ShouldBe(["a", "b", "c"]);
        words.Count().ShouldBe(3);

        (counts.Calls, counts.Successes, counts.Items).ShouldBe((2, 2, 6));
    }

    [Fact]
    public void SequenceLeftEarly_IsDisposedAndCountedAsSuch()
    {
        var counts = new OperationCounts("words", "split");
        var words = new Words();

        words.Split("a b").First().ShouldBe("a");

        words.IsDisposed.ShouldBeTrue();
        (counts.Calls, counts.DisposedEarly, counts.Successes).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void TokenOfTheMethod_ExplainsTheCancellation()
    {
        var counts = new OperationCounts("words", "split");

        Should.Throw<OperationCanceledException>(() => new Words().Split("a b", new CancellationToken(canceled: true)).ToArray());

        counts.Cancellations.ShouldBe(1);
        counts.ErrorRecords.ShouldBeEmpty();
    }

    [Fact]
    public void Span_IsCurrentInTheProducerOnEveryPullAndNeverInTheConsumer()
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        var words = new Words();

        foreach (var _ in words.Split("a b c"))
        {
            Activity.Current.ShouldBeSameAs(caller);
        }

        var span = recorder.Stopped.ShouldHaveSingleItem();
        span.Parent.ShouldBeSameAs(caller);
        words.Seen.ShouldBe([span, span, span]);
    }

    [Fact]
    public void Collection_IsTheSameInstanceAndAFinishedCall()
    {
        var counts = new OperationCounts("words", "pass");
        List<int> list = [1, 2];

        new Words().Pass(list).ShouldBeSameAs(list);

        (counts.Calls, counts.Successes, counts.Items).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void FailureBeforeThereIsASequence_IsAnError()
    {
        var counts = new OperationCounts("words", "refuse");

        new Words().Refuse(null).ShouldBeNull();
        Should.Throw<NotSupportedException>(() => new Words().Refuse("a"));

        counts.Errors.ShouldBe(1);
        counts.ErrorRecords.ShouldHaveSingleItem().Operation.ShouldBe("refuse");
    }

    [Fact]
    public void SequenceOfObjects_IsACall()
    {
        var counts = new OperationCounts("words", "objects");

        new Words().Objects("a b").Cast<string>().ShouldBe(["a", "b"]);

        (counts.Successes, counts.Items).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData("objects", true)]
    [InlineData("split", false)]
    public void Items_AreTimedOneByOneWhenTheMethodWantsIt(string operation, bool areTimed)
    {
        new Words().Objects("a b").Cast<string>().Count().ShouldBe(2);
        new Words().Split("a b").Count().ShouldBe(2);

        var stats = PerformanceTracer.Shared.GetStats("words", operation, AssemblySettings.Source).ShouldNotBeNull();
        stats.MaxTimeBetweenItemsMilliseconds.HasValue.ShouldBe(areTimed);
    }

    [Fact]
    public void Enumerators_AreCalls()
    {
        var typed = new OperationCounts("words", "enumerate");
        var untyped = new OperationCounts("words", "enumerate_objects");
        using var words = new Words().Enumerate("a b");
        var objects = new Words().EnumerateObjects("a b");

        words.MoveNext().ShouldBeTrue();
        objects.MoveNext().ShouldBeTrue();
        objects.MoveNext().ShouldBeTrue();
        objects.MoveNext().ShouldBeFalse();
        words.Dispose();

        (typed.Calls, typed.DisposedEarly).ShouldBe((1, 1));
        (untyped.Calls, untyped.Successes, untyped.Items).ShouldBe((1, 1, 2));
    }

    [Theory]
    [InlineData(false, false, 1, 0)]
    [InlineData(true, false, 0, 1)]
    [InlineData(false, true, 0, 1)]
    public async Task AsynchronousEnumerator_EndsAsItsTokensSay(bool cancelFirst, bool cancelSecond, int successes, int cancellations)
    {
        var counts = new OperationCounts("words", "enumerate");
        await using var words = new Words().EnumerateAsync("a b", new CancellationToken(cancelFirst), new CancellationToken(cancelSecond));

        await Record.ExceptionAsync(async () =>
        {
            while (await words.MoveNextAsync())
            {
            }
        });

        (counts.Calls, counts.Successes, counts.Cancellations).ShouldBe((1, successes, cancellations));
    }
}
