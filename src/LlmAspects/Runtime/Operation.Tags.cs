using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Starts the span of a call and puts the tags of its arguments on it.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="tags">The tags; read only when the span is recorded.</param>
    /// <returns>The running activity, now current; <see langword="null"/> when nobody listens or wants this one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Activity? Start<TTags>(in TTags tags)
        where TTags : struct, ICallTags, allows ref struct
    {
        var activity = Start();
        if (activity is not null)
        {
            AddArguments(activity, tags);
        }

        return activity;
    }

    /// <summary>Records the success of a call and stops its span.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="tags">The tags; read only when a metric carries them.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Exit<TTags>(long started, Activity? activity, in TTags tags)
        where TTags : struct, ICallTags, allows ref struct
    {
        if (IsUnheard(activity))
        {
            Succeed(started, activity);
        }
        else if (Count(started) is var duration and >= 0)
        {
            Report(duration, activity, tags, OperationSpan.Stop);
        }
    }

    /// <summary>Records the success of a call and stops its span.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="result">What Core returned.</param>
    /// <param name="tags">The tags; read only when the span is recorded or a metric carries them.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Exit<TResult, TTags>(long started, Activity? activity, in TResult result, in TTags tags)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        if (FailsBy(started, activity, result, tags, OperationSpan.Stop))
        {
            return;
        }

        if (IsUnheard(activity))
        {
            Succeed(started, activity);
        }
        else if (Count(started) is var duration and >= 0)
        {
            Report(duration, activity, result, tags, OperationSpan.Stop);
        }
    }

    /// <summary>Records a failure from an exception filter; the exception passes on.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="error">The exception that leaves the method.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned; it is marked here and stopped by <see cref="Stop"/>.</param>
    /// <param name="tags">The tags; read only when they were not read for the span.</param>
    /// <param name="cancellationTokens">The token parameters of the method: they tell a cancellation from a timeout.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe<TTags>(Exception error, long started, Activity? activity, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags, allows ref struct
    {
        Fail(error, started, activity, CallTokens.From(cancellationTokens), tags);
        return false;
    }

    /// <summary>Records a failure without a duration, from an exception filter; the exception passes on.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="error">The exception that leaves the method.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method: they tell a cancellation from a timeout.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe<TTags>(Exception error, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags, allows ref struct
    {
        if (LlmAspectsSwitch.IsEnabled)
        {
            var tokens = CallTokens.From(cancellationTokens);
            FailUntimed(error, tokens, FailureTagsOf(error, null, tokens, tags));
        }

        return false;
    }
}
