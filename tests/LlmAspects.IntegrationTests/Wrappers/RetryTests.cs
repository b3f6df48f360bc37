using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class RetryTests
{
    private readonly FakeTimeProvider _clock = new();

    public RetryTests() => ErrorAggregator.Shared.Clear();

    [Theory]
    [InlineData(1, "succeeded")]
    [InlineData(2, "retried succeeded")]
    [InlineData(3, "retried retried succeeded")]
    public async Task Task_SucceedsAtTheGivenAttempt(int success, string outcomes)
    {
        using var counts = new AttemptCounts("ask");
        var calls = new Retried(_clock, (number, _) => number < success ? throw new InvalidOperationException() : Task.FromResult("answer"));

        (await _clock.Finish(calls.AskAsync("question", CancellationToken.None))).ShouldBe("answer");

        calls.Attempts.ShouldBe(success);
        counts.Outcomes.ShouldBe(outcomes);
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task ExhaustedTask_IsOneErrorThatListsItsAttempts()
    {
        using var counts = new AttemptCounts("ask");
        var calls = new Retried(_clock, static (number, _) => Task.FromException<string>(number == 4 ? new NotSupportedException() : new InvalidOperationException()));

        await Should.ThrowAsync<NotSupportedException>(_clock.Finish(calls.AskAsync("question", CancellationToken.None)));

        counts.Outcomes.ShouldBe("retried retried retried failed");
        var record = ErrorAggregator.Shared.Recent().ShouldHaveSingleItem();
        record.ExceptionType.ShouldBe("System.NotSupportedException");
        record.Attempts.Select(static attempt => (attempt.Number, attempt.ExceptionType, attempt.DelayMilliseconds)).ShouldBe(
        [
            (1, "System.InvalidOperationException", 100),
            (2, "System.InvalidOperationException", 300),
            (3, "System.InvalidOperationException", 900),
        ]);
    }

    [Fact]
    public async Task Delay_IsExact()
    {
        var calls = new Retried(_clock, static (number, _) => number == 1 ? throw new InvalidOperationException() : Task.FromResult("answer"));
        var task = calls.AskAsync("question", CancellationToken.None);

        _clock.Advance(TimeSpan.FromMilliseconds(99));
        calls.Attempts.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (await task).ShouldBe("answer");
        calls.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task PendingTask_IsRetriedAfterItsFailure()
    {
        var first = new TaskCompletionSource<string>();
        var calls = new Retried(_clock, (number, _) => number == 1 ? first.Task : Task.FromResult("second"));
        var task = calls.AskAsync("question", CancellationToken.None);

        first.SetException(new InvalidOperationException());

        (await _clock.Finish(task)).ShouldBe("second");
    }

    [Fact]
    public async Task CancelledDelay_IsCancelledAndNoError()
    {
        using var counts = new AttemptCounts("ask");
        using var source = new CancellationTokenSource();
        var calls = new Retried(_clock, static (_, _) => throw new InvalidOperationException());
        var task = calls.AskAsync("question", source.Token);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(task);
        calls.Attempts.ShouldBe(1);
        counts.Outcomes.ShouldBe("retried");
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task CancelledAttempt_IsNotRetried()
    {
        using var counts = new AttemptCounts("ask");
        using var source = new CancellationTokenSource();
        var calls = new Retried(_clock, (_, token) =>
        {
            source.Cancel();
            return Task.FromCanceled<string>(token);
        });

        await Should.ThrowAsync<OperationCanceledException>(calls.AskAsync("question", source.Token));

        calls.Attempts.ShouldBe(1);
        counts.Outcomes.ShouldBe("cancelled");
    }

    [Fact]
    public async Task SecondToken_CancelsDelay()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var calls = new Retried(_clock, static (_, _) => Task.FromException(new InvalidOperationException()));
        var task = calls.DoAsync(first.Token, second.Token);

        await second.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(task);
        calls.Attempts.ShouldBe(1);
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task ValueTasks_AreRetried()
    {
        var asked = new Retried(_clock, static (number, _) => number < 3 ? Task.FromException<string>(new InvalidOperationException()) : Task.FromResult("answer"));
        var done = new Retried(_clock, static (number, _) => number < 3 ? Task.FromException(new InvalidOperationException()) : Task.CompletedTask);

        (await _clock.Finish(asked.AskValueAsync("question").AsTask())).ShouldBe("answer");
        await _clock.Finish(done.DoValueAsync().AsTask());

        (asked.Attempts, done.Attempts).ShouldBe((3, 3));
    }

    [Fact]
    public void Value_IsRetriedForHandledExceptionsOnly()
    {
        var handled = new Retried(_clock, static (number, _) => number < 3 ? throw new TimeoutException() : null);
        var other = new Retried(_clock, static (_, _) => throw new InvalidOperationException());

        handled.Ask(7, "class", CancellationToken.None).ShouldBe("7 class");
        Should.Throw<InvalidOperationException>(() => other.Ask(7, "class", CancellationToken.None));

        (handled.Attempts, other.Attempts).ShouldBe((3, 1));
    }

    [Fact]
    public void ExhaustedValue_ThrowsTheLastFailureAndListsTheOthers()
    {
        var calls = new Retried(_clock, static (number, _) => throw new TimeoutException(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Should.Throw<TimeoutException>(() => calls.Ask(7, "class", CancellationToken.None)).Message.ShouldBe("3");

        ErrorAggregator.Shared.Recent().ShouldHaveSingleItem().Attempts.Select(static attempt => attempt.Number).ShouldBe([1, 2]);
    }

    [Fact]
    public void RetryAlone_OwnsTheMethod()
    {
        var calls = new Retried(_clock, static (number, _) => number == 1 ? throw new InvalidOperationException() : null);

        calls.Do("token", 2);

        calls.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task ConcurrentCalls_AreRetriedApart()
    {
        var calls = Enumerable.Range(0, 16)
            .Select(_ => new Retried(_clock, static (number, _) => number < 3 ? Task.FromException<string>(new InvalidOperationException()) : Task.FromResult("answer")))
            .ToArray();

        await _clock.Finish(Task.WhenAll(calls.Select(static call => Task.Run(() => call.AskAsync("question", CancellationToken.None)))));

        calls.ShouldAllBe(static call => call.Attempts == 3);
    }
}
