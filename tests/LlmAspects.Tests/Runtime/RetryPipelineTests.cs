using LlmAspects.Resilience;
using LlmAspects.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Tests.Runtime;

public sealed class RetryPipelineTests
{
    [Fact]
    public void Pipeline_IsOneForAllCallsWithTheSameClock()
    {
        var pipeline = new RetryPipeline(new RetryOptions());
        var clock = new FakeTimeProvider();

        pipeline.For(clock).ShouldBeSameAs(pipeline.For(clock));
        pipeline.For(clock).ShouldNotBeSameAs(pipeline.For(new FakeTimeProvider()));
    }

    [Fact]
    public async Task WithoutAClockOfItsOwn_TheDelayIsThatOfTheRuntime()
    {
        var clock = new FakeTimeProvider();
        RuntimeClock.TimeProvider = clock;
        try
        {
            var policy = new RetryPolicy(Operation.Create("retry_pipeline", "call", AspectKinds.RetryWithBackoff), new RetryOptions { Jitter = false });
            var attempts = 0;
            var task = policy.RunTask(0, (_, _) => ++attempts == 1 ? throw new TimeoutException() : Task.FromResult(attempts), null);

            clock.Advance(TimeSpan.FromMilliseconds(199));
            task.IsCompleted.ShouldBeFalse();
            clock.Advance(TimeSpan.FromMilliseconds(1));

            (await task).ShouldBe(2);
        }
        finally
        {
            RuntimeClock.TimeProvider = TimeProvider.System;
        }
    }
}
