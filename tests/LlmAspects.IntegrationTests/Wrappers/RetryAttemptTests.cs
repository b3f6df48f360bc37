using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class RetryAttemptTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void FirstAttempt_RunsOutsideThePipelineAndLaterOnesWithin()
    {
        List<bool> inPipeline = [];
        var calls = new Retried(_clock, (number, _) =>
        {
            inPipeline.Add(new StackTrace().GetFrames().Any(static frame => frame.GetMethod()?.DeclaringType?.Namespace?.StartsWith("Polly", StringComparison.Ordinal) == true));
            return number < 3 ? throw new TimeoutException() : null;
        });

        calls.Ask(7, "class", CancellationToken.None);

        inPipeline.ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task SingleToken_ReachesEveryAttempt()
    {
        using var source = new CancellationTokenSource();
        List<CancellationToken> seen = [];
        var calls = new Retried(_clock, (number, token) =>
        {
            seen.Add(token);
            return number < 3 ? throw new InvalidOperationException() : Task.FromResult("answer");
        });

        await _clock.Finish(calls.AskAsync("question", source.Token));

        seen.ShouldBe([source.Token, source.Token, source.Token]);
    }

    [Fact]
    public async Task LaterAttempt_GetsATokenThatAnyParameterCancels()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        List<CancellationToken> seen = [];
        var calls = new Retried(_clock, (number, token) =>
        {
            seen.Add(token);
            return number == 1 ? throw new InvalidOperationException() : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        var task = calls.DoAsync(first.Token, second.Token);
        _clock.Advance(TimeSpan.FromMilliseconds(100));

        await second.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(task);
        seen.Count.ShouldBe(2);
        seen[0].ShouldBe(first.Token);
        seen[0].IsCancellationRequested.ShouldBeFalse();
        seen[1].IsCancellationRequested.ShouldBeTrue();
    }
}
