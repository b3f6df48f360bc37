using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class RetryStreamTests
{
    private readonly FakeTimeProvider _clock = new();

    public RetryStreamTests() => ErrorAggregator.Shared.Clear();

    public static TheoryData<string, Func<IAsyncEnumerable<int>>> EarlyFailures => new()
    {
        { "of Core", static () => throw new InvalidOperationException() },
        { "of the first pull, at once", static () => Producers.FailAfterAsync(0, asynchronously: false) },
        { "of the first pull, later", static () => Producers.FailAfterAsync(0, asynchronously: true) },
        { "of the enumerator", static () => new Unopened() },
    };

    [Theory]
    [MemberData(nameof(EarlyFailures))]
    public async Task FailureBeforeTheFirstItem_IsRetried(string kind, Func<IAsyncEnumerable<int>> fail)
    {
        using var attempts = new AttemptCounts("read");
        var counts = new OperationCounts("retried_streams", "read");
        var streams = new RetriedStreams(_clock, (number, _) => number < 3 ? fail() : Producers.CountAsync());

        (await _clock.Finish(streams.ReadAsync().ToListAsync().AsTask())).ShouldBe([1, 2, 3], kind);

        streams.Attempts.ShouldBe(3);
        attempts.Outcomes.ShouldBe("retried retried succeeded");
        (counts.Calls, counts.Successes, counts.Items).ShouldBe((1, 1, 3));
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FailureAfterTheFirstItem_IsFinal(bool asynchronously)
    {
        using var attempts = new AttemptCounts("read");
        var streams = new RetriedStreams(_clock, (_, _) => Producers.FailAfterAsync(1, asynchronously));

        await Should.ThrowAsync<InvalidOperationException>(streams.ReadAsync().ToListAsync().AsTask());

        streams.Attempts.ShouldBe(1);
        attempts.Outcomes.ShouldBe("succeeded");
        ErrorAggregator.Shared.Recent().ShouldHaveSingleItem().Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task FailureAfterTheFirstItemOfALaterAttempt_IsFinal()
    {
        var streams = new RetriedStreams(_clock, static (number, _) => Producers.FailAfterAsync(number - 1, asynchronously: true));

        await Should.ThrowAsync<InvalidOperationException>(_clock.Finish(streams.ReadAsync().ToListAsync().AsTask()));

        streams.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task ExhaustedStream_IsOneErrorThatListsItsAttempts()
    {
        using var attempts = new AttemptCounts("read");
        var counts = new OperationCounts("retried_streams", "read");
        var streams = new RetriedStreams(_clock, static (number, _) => Producers.FailAfterAsync(0, true, number == 3 ? new InvalidCastException() : new InvalidOperationException()));

        await Should.ThrowAsync<InvalidCastException>(_clock.Finish(streams.ReadAsync().ToListAsync().AsTask()));

        attempts.Outcomes.ShouldBe("retried retried failed");
        counts.Errors.ShouldBe(1);
        var record = ErrorAggregator.Shared.Recent().ShouldHaveSingleItem();
        record.ExceptionType.ShouldBe("System.InvalidCastException");
        record.Attempts.Select(static attempt => (attempt.Number, attempt.ExceptionType, attempt.DelayMilliseconds)).ShouldBe(
        [
            (1, "System.InvalidOperationException", 100),
            (2, "System.InvalidOperationException", 200),
        ]);
    }

    [Fact]
    public void CreationThatFailsForGood_ThrowsAtOnce()
    {
        using var attempts = new AttemptCounts("read");
        var streams = new RetriedStreams(_clock, static (_, _) => throw new NotSupportedException());

        Should.Throw<NotSupportedException>(() => streams.ReadAsync()).StackTrace!.ShouldContain("ReadCoreAsync");

        attempts.Outcomes.ShouldBe("failed");
        ErrorAggregator.Shared.TotalCount.ShouldBe(1);
    }

    [Fact]
    public async Task Delay_IsExactAndBeginsWithTheFirstPull()
    {
        var streams = new RetriedStreams(_clock, static (number, _) => number == 1 ? throw new InvalidOperationException() : Producers.CountAsync());
        var stream = streams.ReadAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        var first = stream.FirstAsync().AsTask();

        _clock.Advance(TimeSpan.FromMilliseconds(99));
        streams.Attempts.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (await first).ShouldBe(1);
        streams.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task StreamReadTwice_MakesItsAttemptsTwice()
    {
        using var attempts = new AttemptCounts("read");
        var counts = new OperationCounts("retried_streams", "read");
        var streams = new RetriedStreams(_clock, static (number, _) => number % 2 == 1 ? throw new InvalidOperationException() : Producers.CountAsync());
        var stream = streams.ReadAsync();

        (await _clock.Finish(stream.CountAsync().AsTask())).ShouldBe(3);
        (await _clock.Finish(stream.CountAsync().AsTask())).ShouldBe(3);

        attempts.Outcomes.ShouldBe("retried succeeded retried succeeded");
        counts.Successes.ShouldBe(2);
    }

    [Fact]
    public async Task EmptyStream_IsASuccess()
    {
        using var attempts = new AttemptCounts("read");
        var streams = new RetriedStreams(_clock, static (_, _) => Producers.CountAsync(0));

        (await streams.ReadAsync().CountAsync()).ShouldBe(0);

        streams.Attempts.ShouldBe(1);
        attempts.Outcomes.ShouldBe("succeeded");
    }

    [Fact]
    public void NullStream_StaysNull() => RetriedStreams.PassAsync<string>(null).ShouldBeNull();

    /// <summary>A stream that has no enumerator.</summary>
    private sealed class Unopened : IAsyncEnumerable<int>
    {
        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
