using LlmAspects.Errors;

namespace LlmAspects.Tests.Errors;

public sealed class ErrorSubscriptionTests
{
    private readonly ErrorAggregator _errors = new();

    [Fact]
    public async Task Reader_GetsWhatOccursFromNowOn()
    {
        _errors.Add(Error("Before"));
        await using var reader = _errors.ReadAllAsync().GetAsyncEnumerator();
        var next = reader.MoveNextAsync();

        _errors.Add(Error("A"));
        _errors.Add(Error("B"));

        (await next).ShouldBeTrue();
        reader.Current.ExceptionType.ShouldBe("A");
        (await reader.MoveNextAsync()).ShouldBeTrue();
        reader.Current.ExceptionType.ShouldBe("B");
        _errors.DroppedCount.ShouldBe(0);
    }

    [Fact]
    public async Task SlowReader_LosesTheOldestAndIsToldHowMany()
    {
        await using var reader = _errors.ReadAllAsync(capacity: 2).GetAsyncEnumerator();
        var first = reader.MoveNextAsync();
        _errors.Add(Error("First"));
        await first;

        foreach (var type in (string[])["A", "B", "C", "D"])
        {
            _errors.Add(Error(type));
        }

        await reader.MoveNextAsync();
        reader.Current.ExceptionType.ShouldBe("C");
        _errors.DroppedCount.ShouldBe(2);
    }

    [Fact]
    public async Task TwoReaders_BothGetEverything()
    {
        await using var one = _errors.ReadAllAsync().GetAsyncEnumerator();
        await using var two = _errors.ReadAllAsync().GetAsyncEnumerator();
        var (nextOfOne, nextOfTwo) = (one.MoveNextAsync(), two.MoveNextAsync());

        _errors.Add(Error("A"));

        (await nextOfOne, await nextOfTwo).ShouldBe((true, true));
        (one.Current, two.Current).ShouldBe((one.Current, one.Current));
    }

    [Fact]
    public async Task ReaderThatHasLeft_MissesNothing()
    {
        await using (var reader = _errors.ReadAllAsync(capacity: 1).GetAsyncEnumerator())
        {
            var next = reader.MoveNextAsync();
            _errors.Add(Error("A"));
            await next;
        }

        _errors.Add(Error("B"));
        _errors.Add(Error("C"));

        _errors.DroppedCount.ShouldBe(0);
    }

    [Fact]
    public async Task Cancellation_EndsTheReading()
    {
        using var source = new CancellationTokenSource();
        await using var reader = _errors.ReadAllAsync(cancellationToken: source.Token).GetAsyncEnumerator();
        var next = reader.MoveNextAsync();

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await next);
        Should.NotThrow(() => _errors.Add(Error("A")));
    }

    [Fact]
    public void NoRoom_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => _errors.ReadAllAsync(capacity: 0));

    private static ErrorRecord Error(string type) => new() { Timestamp = DateTimeOffset.UnixEpoch, Component = "component", Operation = "call", ExceptionType = type };
}
