using LlmAspects.Errors;
using LlmAspects.Resilience;
using LlmAspects.Tracing;
using Microsoft.Extensions.Time.Testing;
using Polly.Timeout;

namespace LlmAspects.Tests.Resilience;

public sealed class SafeExecutorTests
{
    private static readonly SafeExecutorOptions AtOnce = new() { Retry = new RetryOptions { BaseDelay = TimeSpan.Zero } };

    [Fact]
    public void Defaults_ArePinned()
    {
        var options = new SafeExecutorOptions();

        options.Retry.ShouldBe(new RetryOptions());
        (options.Retry.MaxAttempts, options.Retry.Factor, options.Retry.Jitter).ShouldBe((3, 2.0, true));
        (options.Timeout, options.AttemptTimeout).ShouldBe((null, null));
    }

    [Fact]
    public void Success_IsReturnedAndRecorded()
    {
        var executor = new SafeExecutor("safe_success", "work", AtOnce);

        executor.Execute(_ => 42).ShouldBe(42);

        var stats = PerformanceTracer.Shared.GetStats("safe_success", "work").ShouldNotBeNull();
        (stats.Count, stats.SuccessCount, stats.ErrorCount).ShouldBe((1, 1, 0));
        ErrorAggregator.Shared.GetErrorRate(TimeSpan.FromMinutes(1), "safe_success").Rate.ShouldBe(0);
    }

    [Fact]
    public async Task SuccessOfAsyncWork_IsReturnedAndRecorded()
    {
        var executor = new SafeExecutor("safe_success_async", "work", AtOnce);

        (await executor.ExecuteAsync(async _ =>
        {
            await Task.Yield();
            return 42;
        })).ShouldBe(42);

        PerformanceTracer.Shared.GetStats("safe_success_async", "work").ShouldNotBeNull().SuccessCount.ShouldBe(1);
    }

    [Fact]
    public void FailingTwice_SucceedsAtTheThirdAttempt()
    {
        var attempts = 0;

        new SafeExecutor("safe_third", "work", AtOnce).Execute(_ => ++attempts < 3 ? throw new FormatException() : attempts).ShouldBe(3);

        Recorded.Errors("safe_third").ShouldBeEmpty();
    }

    [Fact]
    public void FailingAlways_ThrowsTheLastErrorAndRecordsIt()
    {
        var attempts = 0;

        Should.Throw<FormatException>(() => new SafeExecutor("safe_always", "work", AtOnce).Execute<int>(_ => throw new FormatException($"{++attempts}"))).Message.ShouldBe("3");

        Recorded.Errors("safe_always").ShouldHaveSingleItem().Attempts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task FailingAlwaysAsync_ThrowsTheLastErrorAndRecordsIt()
    {
        var attempts = 0;
        var executor = new SafeExecutor("safe_always_async", "work", AtOnce);

        (await Should.ThrowAsync<FormatException>(async () => await executor.ExecuteAsync<int>(_ => throw new FormatException($"{++attempts}")))).Message.ShouldBe("3");

        Recorded.Errors("safe_always_async").ShouldHaveSingleItem().Attempts.Count.ShouldBe(2);
    }

    [Fact]
    public void Fallback_AnswersAndTheFailureCounts()
    {
        var executor = new SafeExecutor("safe_fallback", "work", AtOnce);
        using var spans = new SpanLog(TelemetryNames.DefaultSource);

        executor.Execute<string>(_ => throw new FormatException(), error => error.GetType().Name).ShouldBe("FormatException");

        PerformanceTracer.Shared.GetStats("safe_fallback", "work").ShouldNotBeNull().ErrorCount.ShouldBe(1);
        spans.Stopped.Single(span => span.DisplayName == "safe_fallback.work").GetTagItem(TelemetryNames.Fallback).ShouldBe(true);
    }

    [Fact]
    public async Task FallbackOfAsyncWork_AnswersAndTheFailureCounts()
    {
        var executor = new SafeExecutor("safe_fallback_async", "work", AtOnce);

        (await executor.ExecuteAsync<int>(_ => throw new FormatException(), (_, _) => new ValueTask<int>(7))).ShouldBe(7);

        Recorded.Errors("safe_fallback_async").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task WorkWithoutResult_IsRepeatedAndFallsBack()
    {
        var (attempts, fallbacks) = (0, 0);
        var executor = new SafeExecutor("safe_void", "work", AtOnce);
        // Typed, for a lambda that throws would be taken for work with a result.
        Action<CancellationToken> work = _ =>
        {
            attempts++;
            throw new FormatException();
        };
        Func<CancellationToken, ValueTask> asyncWork = token =>
        {
            work(token);
            return default;
        };

        executor.Execute(work, _ => { fallbacks++; });
        await executor.ExecuteAsync(asyncWork, (_, _) =>
        {
            fallbacks++;
            return ValueTask.CompletedTask;
        });

        (attempts, fallbacks).ShouldBe((6, 2));
    }

    [Fact]
    public async Task WorkWithoutResult_SucceedsOrThrowsWithoutFallback()
    {
        var done = 0;
        var executor = new SafeExecutor("safe_void_plain", "work", AtOnce);

        executor.Execute(_ => { done++; });
        await executor.ExecuteAsync(async _ =>
        {
            await Task.Yield();
            done++;
        });
        Should.Throw<FormatException>(() => executor.Execute((Action<CancellationToken>)(static _ => throw new FormatException())));
        await Should.ThrowAsync<FormatException>(async () => await executor.ExecuteAsync((Func<CancellationToken, ValueTask>)(static _ => throw new FormatException())));

        done.ShouldBe(2);
        var stats = PerformanceTracer.Shared.GetStats("safe_void_plain", "work").ShouldNotBeNull();
        (stats.SuccessCount, stats.ErrorCount).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Cancellation_IsNeitherRepeatedNorReplaced()
    {
        using var source = new CancellationTokenSource();
        var attempts = 0;
        var executor = new SafeExecutor("safe_cancelled", "work", AtOnce);

        await Should.ThrowAsync<OperationCanceledException>(async () => await executor.ExecuteAsync(
            async token =>
            {
                attempts++;
                await source.CancelAsync();
                token.ThrowIfCancellationRequested();
                return 1;
            },
            (_, _) => new ValueTask<int>(2),
            source.Token));

        attempts.ShouldBe(1);
        var stats = PerformanceTracer.Shared.GetStats("safe_cancelled", "work").ShouldNotBeNull();
        (stats.CancelledCount, stats.ErrorCount).ShouldBe((1, 0));
    }

    [Fact]
    public async Task SlowAttempt_IsCutOffAndRepeated()
    {
        var clock = new FakeTimeProvider();
        var attempts = 0;
        var executor = new SafeExecutor("safe_slow", "work", AtOnce with { AttemptTimeout = TimeSpan.FromSeconds(5) }, clock);

        var work = executor.ExecuteAsync(async token =>
        {
            if (++attempts == 1)
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            return attempts;
        }).AsTask();
        work.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(5));

        (await work).ShouldBe(2);
    }

    [Fact]
    public async Task WholeTime_IsLimitedOverAllAttempts()
    {
        var clock = new FakeTimeProvider();
        var executor = new SafeExecutor("safe_limit", "work", AtOnce with { Timeout = TimeSpan.FromSeconds(5) }, clock);

        var work = executor.ExecuteAsync(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        }).AsTask();
        clock.Advance(TimeSpan.FromSeconds(5));

        await Should.ThrowAsync<TimeoutRejectedException>(() => work);
        Recorded.Errors("safe_limit").ShouldHaveSingleItem().ExceptionType.ShouldBe("Polly.Timeout.TimeoutRejectedException");
    }

    [Fact]
    public void SyncWork_IsCutOffWhenItHeedsItsToken()
    {
        var executor = new SafeExecutor("safe_sync_limit", "work", AtOnce with { Timeout = TimeSpan.FromMilliseconds(10), AttemptTimeout = TimeSpan.FromMilliseconds(10) });

        Should.Throw<TimeoutRejectedException>(() => executor.Execute<int>(token =>
        {
            token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
            return 1;
        }));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(86_400_001)]
    public void LimitOutOfRange_IsRefused(int milliseconds)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SafeExecutorOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) });
        Should.Throw<ArgumentOutOfRangeException>(() => new SafeExecutorOptions { AttemptTimeout = TimeSpan.FromMilliseconds(milliseconds) });
    }

    [Fact]
    public async Task NullWork_IsRefused()
    {
        var executor = new SafeExecutor("safe_null", "work");

        Should.Throw<ArgumentNullException>(() => executor.Execute((Func<CancellationToken, int>)null!));
        Should.Throw<ArgumentNullException>(() => executor.Execute((Action<CancellationToken>)null!));
        Should.Throw<ArgumentNullException>(() => executor.ExecuteAsync((Func<CancellationToken, ValueTask<int>>)null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await executor.ExecuteAsync((Func<CancellationToken, ValueTask>)null!));
    }

    [Fact]
    public void EmptyName_IsRefused() => Should.Throw<ArgumentException>(() => new SafeExecutor("", "work"));
}
