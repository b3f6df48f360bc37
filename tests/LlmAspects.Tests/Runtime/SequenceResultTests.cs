using System.Collections;

namespace LlmAspects.Tests.Runtime;

/// <summary>What comes back for the results that are no lazy generic sequence.</summary>
public sealed class SequenceResultTests
{
    private static readonly string Text = "text";

    public static TheoryData<string, IEnumerable<char>> Collections => new()
    {
        { "array", Text.ToCharArray() },
        { "list", Text.ToList() },
        { "queue", new Queue<char>(Text) },
        { "read_only", new ReadOnly() },
        { "string", Text },
        { "resource", new Resource() },
    };

    [Theory]
    [MemberData(nameof(Collections))]
    public void Collection_IsAFinishedCallAndStaysTheSameInstance(string name, IEnumerable<char> collection)
    {
        var service = new EmittedService("sequence_collection_" + name);
        using var spans = new SpanLog(service.Source);

        service.Sequence(() => collection).ShouldBeSameAs(collection);

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.SuccessCount, stats.UntimedCount, stats.StreamCount).ShouldBe((1, 1, 1, 0));
        spans.Stopped.ShouldBeEmpty();
    }

    [Fact]
    public void Null_StaysNull()
    {
        var operation = new EmittedService("sequence_null").Operation;

        operation.Exit((IEnumerable<int>)null!).ShouldBeNull();
        operation.Exit((IEnumerable)null!).ShouldBeNull();
        operation.Exit((IEnumerator<int>)null!).ShouldBeNull();
        operation.Exit((IEnumerator)null!).ShouldBeNull();
        operation.Exit((IAsyncEnumerator<int>)null!).ShouldBeNull();
        Recorded.Stats("sequence_null").Count.ShouldBe(0);
    }

    [Fact]
    public void SequenceOfObjects_IsObservedOrHandedBack()
    {
        var service = new EmittedService("sequence_objects");
        IEnumerable array = new[] { 1, 2 };

        service.Operation.Exit(array).ShouldBeSameAs(array);
        service.Operation.Exit(Lazy()).Cast<int>().ShouldBe([1, 2]);

        var stats = Recorded.Stats(service.Source);
        (stats.SuccessCount, stats.StreamCount, stats.ItemCount).ShouldBe((2, 1, 2));

        static IEnumerable Lazy()
        {
            yield return 1;
            yield return 2;
        }
    }

    [Fact]
    public void ResetThatIsRefused_LeavesTheRecordRunning()
    {
        var service = new EmittedService("enumerator_refusing");
        using var items = service.Operation.Exit(Lazy());
        items.MoveNext();

        Should.Throw<NotSupportedException>(items.Reset);

        items.MoveNext().ShouldBeFalse();
        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.SuccessCount, stats.ErrorCount).ShouldBe((1, 1, 0));

        static IEnumerator<int> Lazy()
        {
            yield return 1;
        }
    }

    [Fact]
    public void Reset_EndsTheRecordAndBeginsAnother()
    {
        var service = new EmittedService("enumerator_reset");
        var items = service.Operation.Exit(new ArrayList { 1, 2 }.GetEnumerator());
        items.MoveNext().ShouldBeTrue();

        items.Reset();
        items.MoveNext().ShouldBeTrue();
        items.Current.ShouldBe(1);
        items.MoveNext().ShouldBeTrue();
        items.MoveNext().ShouldBeFalse();

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.DisposedEarlyCount, stats.SuccessCount, stats.ItemCount).ShouldBe((2, 1, 1, 3));
    }

    [Fact]
    public void EnumeratorOfObjects_IsDisposedIfItCanBe()
    {
        var service = new EmittedService("enumerator_objects");
        var isDisposed = false;
        var lazy = service.Operation.Exit(Lazy());
        var list = service.Operation.Exit(new ArrayList { 1 }.GetEnumerator());
        lazy.MoveNext().ShouldBeTrue();
        list.MoveNext().ShouldBeTrue();

        ((IDisposable)lazy).Dispose();
        ((IDisposable)list).Dispose();

        isDisposed.ShouldBeTrue();
        Recorded.Stats(service.Source).DisposedEarlyCount.ShouldBe(2);

        IEnumerator Lazy()
        {
            try
            {
                yield return 1;
            }
            finally
            {
                isDisposed = true;
            }
        }
    }

    [Fact]
    public async Task AsynchronousEnumerator_IsTheCall()
    {
        var service = new EmittedService("enumerator_async");
        using var spans = new SpanLog(service.Source);
        var items = service.Operation.Exit(Streams.Numbers(3).GetAsyncEnumerator());
        var sum = 0;

        while (await items.MoveNextAsync())
        {
            sum += items.Current;
        }

        await items.DisposeAsync();
        sum.ShouldBe(3);
        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.SuccessCount, stats.StreamCount, stats.ItemCount).ShouldBe((1, 1, 1, 3));
        spans.Stopped.ShouldHaveSingleItem();
    }

    private sealed class Resource : IEnumerable<char>, IDisposable
    {
        public IEnumerator<char> GetEnumerator() => Text.GetEnumerator();

        public void Dispose()
        {
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class ReadOnly : IReadOnlyCollection<char>
    {
        public int Count => 0;

        public IEnumerator<char> GetEnumerator() => Enumerable.Empty<char>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
