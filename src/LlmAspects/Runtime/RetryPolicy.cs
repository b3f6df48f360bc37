using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Resilience;
using LlmAspects.Tracing;
using Polly;

namespace LlmAspects.Runtime;

/// <summary>What generated wrappers call to retry: one static instance per annotated method. Not meant for hand-written code.</summary>
/// <remarks>The first attempt runs outside the pipeline, which is entered only with its failure. All members may be called from any thread.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden, DebuggerStepThrough]
public sealed partial class RetryPolicy
{
    private readonly RetryPipeline _pipeline;
    private readonly RetryTelemetry _telemetry;

    /// <summary>Makes the policy of a method.</summary>
    /// <param name="operation">The operation whose attempts are counted.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RetryPolicy(Operation operation, RetryOptions options)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(options);
        _pipeline = new RetryPipeline(options);
        _telemetry = new RetryTelemetry(operation.Identity);
    }

    /// <summary>Calls Core, and again after a failure; the delays block the thread.</summary>
    /// <typeparam name="TState">The type of the arguments.</typeparam>
    /// <param name="state">The arguments.</param>
    /// <param name="core">Calls Core with the arguments and the attempt's token.</param>
    /// <param name="clock">Where delays are waited for; <see langword="null"/> is the clock of the runtime.</param>
    /// <param name="tokens">The token parameters of the method.</param>
    public void Run<TState>(TState state, Action<TState, CancellationToken> core, TimeProvider? clock, params ReadOnlySpan<CancellationToken> tokens) =>
        Run((state, core), static (call, token) =>
        {
            call.core(call.state, token);
            return true;
        }, clock, tokens);

    /// <summary>Calls Core, and again after a failure; the delays block the thread.</summary>
    /// <typeparam name="TState">The type of the arguments.</typeparam>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="state">The arguments.</param>
    /// <param name="core">Calls Core with the arguments and the attempt's token.</param>
    /// <param name="clock">Where delays are waited for; <see langword="null"/> is the clock of the runtime.</param>
    /// <param name="tokens">The token parameters of the method.</param>
    /// <returns>The result of the first attempt that succeeds.</returns>
    public T Run<TState, T>(TState state, Func<TState, CancellationToken, T> core, TimeProvider? clock, params ReadOnlySpan<CancellationToken> tokens)
    {
        var started = _telemetry.Begin();
        T result;
        try
        {
            result = core(state, FirstOf(tokens));
        }
        catch (Exception error) when (IsRetried(error, CallTokens.From(tokens)))
        {
            return Repeat(new RetryRun(_telemetry, CallTokens.From(tokens), error, started), state, core, clock);
        }

        _telemetry.Count(TelemetryNames.SucceededOutcome);
        return result;
    }

    private static CancellationToken FirstOf(ReadOnlySpan<CancellationToken> tokens) => tokens.IsEmpty ? default : tokens[0];

    /// <summary>Serves as an exception filter. A failure that is not retried is counted here.</summary>
    internal bool IsRetried(Exception error, CallTokens tokens)
    {
        if (_pipeline.Handles(error, tokens))
        {
            return true;
        }

        _telemetry.Count(tokens.Explain(error) ? TelemetryNames.CancelledOutcome : TelemetryNames.FailedOutcome);
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Repeat<TState, T>(RetryRun run, TState state, Func<TState, CancellationToken, T> core, TimeProvider? clock)
    {
        using var linked = run.Tokens.Link();
        var context = ResilienceContextPool.Shared.Get(linked?.Token ?? run.Tokens.First);
        context.Properties.Set(RetryPipeline.Run, run);
        try
        {
            var result = _pipeline.For(clock ?? RuntimeClock.TimeProvider).Execute(Attempt, context, (run, state, core));
            run.Succeed();
            return result;
        }
        catch (Exception error) when (Failed(run, error))
        {
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static T Attempt<TState, T>(ResilienceContext context, (RetryRun Run, TState State, Func<TState, CancellationToken, T> Core) call)
    {
        call.Run.Begin();
        if (call.Run.Begun == 1)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(call.Run.First);
        }

        return call.Core(call.State, context.CancellationToken);
    }

    private static bool Failed(RetryRun run, Exception error)
    {
        run.Fail(error);
        return false;
    }
}
