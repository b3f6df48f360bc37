using System.Collections;
using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class SequenceCallTests
{
    [Fact]
    public void CompleteSequence_IsOneCallWithItsItems()
    {
        var service = new EmittedService("sequence_complete");
        using var spans = new SpanLog(service.Source);

        service.Sequence(() => Numbers(3)).ToArray().ShouldBe([0, 1, 2]);

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.SuccessCount, stats.UntimedCount, stats.StreamCount, stats.ItemCount).ShouldBe((1, 1, 0, 1, 3));
        stats.MeanTimeToFirstItemMilliseconds.ShouldNotBeNull();
        spans.Single.GetTagItem(TelemetryNames.ItemCount).ShouldBe(3L);
    }

    [Fact]
    public void UnpulledSequence_IsNoCall()
    {
        var service = new EmittedService("sequence_unpulled");

        service.Sequence(() => Numbers(3)).GetEnumerator().Dispose();

        Recorded.Stats(service.Source).Count.ShouldBe(0);
    }

    [Fact]
    public void EarlyDispose_RunsTheProducersFinallyInsideTheSpan()
    {
        var service = new EmittedService("sequence_disposed");
        using var spans = new SpanLog(service.Source);
        Activity? inFinally = null;

        Should.Throw<FormatException>(() =>
        {
            foreach (var _ in service.Sequence(Producer))
            {
                throw new FormatException("the consumer's own");
            }
        });

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.DisposedEarlyCount, stats.ErrorCount, stats.ItemCount).ShouldBe((1, 1, 0, 1));
        spans.Single.GetTagItem(TelemetryNames.Outcome).ShouldBe("disposed_early");
        inFinally.ShouldBeSameAs(spans.Single);
        Activity.Current.ShouldBeNull();

        IEnumerable<int> Producer()
        {
            try
            {
                yield return 1;
            }
            finally
            {
                inFinally = Activity.Current;
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Failure_PassesTheExceptionItself(int items)
    {
        var service = new EmittedService($"sequence_failure_{items}");
        using var spans = new SpanLog(service.Source);
        var error = new InvalidDataException();

        Should.Throw<InvalidDataException>(() => service.Sequence(() => Numbers(items, error)).ToArray()).ShouldBeSameAs(error);

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.ErrorCount, stats.ItemCount).ShouldBe((1, 1, items));
        Recorded.Errors(service.Source).ShouldHaveSingleItem();
        spans.Single.Status.ShouldBe(ActivityStatusCode.Error);
        Activity.Current.ShouldBeNull();
    }

    [Fact]
    public void TokenOfTheMethod_ExplainsTheCancellation()
    {
        var service = new EmittedService("sequence_cancelled");
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => service.Sequence(() => Numbers(1, new OperationCanceledException()), source.Token).ToArray());

        var stats = Recorded.Stats(service.Source);
        (stats.CancelledCount, stats.ErrorCount).ShouldBe((1, 0));
    }

    [Fact]
    public void Span_IsCurrentInTheProducerOnEveryPullAndNeverInTheConsumer()
    {
        var service = new EmittedService("sequence_current");
        using var spans = new SpanLog(service.Source);
        using var caller = new Activity("caller").Start();
        var inside = new List<Activity?>();

        foreach (var _ in service.Sequence(Producer))
        {
            Activity.Current.ShouldBeSameAs(caller);
        }

        Activity.Current.ShouldBeSameAs(caller);
        inside.ShouldBe([spans.Single, spans.Single, spans.Single]);
        spans.Single.Parent.ShouldBeSameAs(caller);

        IEnumerable<int> Producer()
        {
            inside.Add(Activity.Current);
            yield return 1;
            inside.Add(Activity.Current);
            yield return 2;
            inside.Add(Activity.Current);
        }
    }

    [Fact]
    public void EnumeratorsSideBySide_AreCallsOfTheirOwn()
    {
        var service = new EmittedService("sequence_twice");
        var sequence = service.Sequence(() => Numbers(2));
        using var first = sequence.GetEnumerator();
        using var second = sequence.GetEnumerator();

        first.MoveNext().ShouldBeTrue();
        second.MoveNext().ShouldBeTrue();
        first.MoveNext().ShouldBeTrue();
        (first.Current, second.Current).ShouldBe((1, 0));
        first.MoveNext().ShouldBeFalse();
        second.Dispose();

        var stats = Recorded.Stats(service.Source);
        (stats.SuccessCount, stats.DisposedEarlyCount, stats.ItemCount).ShouldBe((1, 1, 3));
    }

    [Fact]
    public void FailureOfGetEnumerator_IsRecorded()
    {
        var service = new EmittedService("sequence_get_enumerator");

        Should.Throw<NotSupportedException>(() => service.Sequence(() => new Unenumerable()).ToArray());

        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
    }

    [Fact]
    public void ErrorContextAlone_RecordsOnlyTheFailure()
    {
        var service = new EmittedService("sequence_error_alone", AspectKinds.ErrorContext);

        service.Sequence(() => Numbers(2)).Count().ShouldBe(2);
        Should.Throw<FormatException>(() => service.Sequence(() => Numbers(2, new FormatException())).ToArray());
        service.Sequence<int>(() => new List<int> { 1 }).ShouldHaveSingleItem();

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.ErrorCount, stats.StreamCount).ShouldBe((0, 1, 0));
    }

    private static IEnumerable<int> Numbers(int count, Exception? error = null)
    {
        for (var number = 0; number < count; number++)
        {
            yield return number;
        }

        if (error is not null)
        {
            throw error;
        }
    }

    private sealed class Unenumerable : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
