using Polly;

namespace LlmAspects.Runtime;

public sealed partial class RetryPolicy
{
    /// <summary>Enters the pipeline with the failed first attempt, which is what its first callback returns.</summary>
    private async ValueTask<T> RepeatAsync<TState, T>(RetryRun run, TState state, Func<TState, CancellationToken, ValueTask<T>> core, TimeProvider? clock)
    {
        using var linked = run.Tokens.Link();
        var context = ResilienceContextPool.Shared.Get(linked?.Token ?? run.Tokens.First);
        context.Properties.Set(RetryPipeline.Run, run);
        try
        {
            var outcome = await _pipeline.For(clock ?? RuntimeClock.TimeProvider)
                .ExecuteOutcomeAsync(AttemptAsync, context, (run, state, core)).ConfigureAwait(false);
            if (outcome.Exception is { } error)
            {
                run.Fail(error);
            }
            else
            {
                run.Succeed();
            }

            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask<Outcome<T>> AttemptAsync<TState, T>(
        ResilienceContext context, (RetryRun Run, TState State, Func<TState, CancellationToken, ValueTask<T>> Core) call)
    {
        call.Run.Begin();
        if (call.Run.Begun == 1)
        {
            return Outcome.FromException<T>(call.Run.First);
        }

        try
        {
            return Outcome.FromResult(await call.Core(call.State, context.CancellationToken).ConfigureAwait(false));
        }
        catch (Exception error)
        {
            return Outcome.FromException<T>(error);
        }
    }
}
