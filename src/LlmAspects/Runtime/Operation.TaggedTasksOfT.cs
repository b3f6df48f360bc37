using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records the outcome of a returned task with its tags; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<TResult> Exit<TResult, TTags>(Task<TResult> task, long started, Activity? activity, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<TResult>
    {
        if (task is null)
        {
            Exit(started, activity, tags);
            return task!;
        }

        if (task.IsCompletedSuccessfully)
        {
            Exit(started, activity, task.Result, tags);
            return task;
        }

        return ExitIncomplete(task, started, activity, tags, CallTokens.From(cancellationTokens));
    }

    /// <summary>Records the failure of a returned task with its tags, and nothing else; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public Task<TResult> Exit<TResult, TTags>(Task<TResult> task, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<TResult> =>
        task is null or { IsCompletedSuccessfully: true } ? task! : ExitIncomplete(task, started: 0, null, tags, CallTokens.From(cancellationTokens));

    /// <summary>Records the outcome of a returned value task with its tags; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask<TResult> Exit<TResult, TTags>(in ValueTask<TResult> task, long started, Activity? activity, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<TResult>
    {
        if (task.IsCompletedSuccessfully)
        {
            // A source may be asked for its result once only, so it is handed on in a task of its own kind.
            var result = task.Result;
            Exit(started, activity, result, tags);
            return new ValueTask<TResult>(result);
        }

        return new ValueTask<TResult>(ExitIncomplete(task.AsTask(), started, activity, tags, CallTokens.From(cancellationTokens)));
    }

    /// <summary>Records the failure of a returned value task with its tags, and nothing else; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask<TResult> Exit<TResult, TTags>(in ValueTask<TResult> task, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<TResult> =>
        task.IsCompletedSuccessfully ? task : new ValueTask<TResult>(ExitIncomplete(task.AsTask(), started: 0, null, tags, CallTokens.From(cancellationTokens)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<TResult> ExitIncomplete<TResult, TTags>(Task<TResult> task, long started, Activity? activity, in TTags tags, CallTokens tokens)
        where TTags : struct, ICallTags<TResult>
    {
        if (PassesUnseen)
        {
            return task;
        }

        if (!task.IsCompleted)
        {
            var pending = PendingTask<TResult, TaggedCall<TResult, TTags>>.Await(task, new TaggedCall<TResult, TTags>(task, this, started, activity, tokens, tags));
            Detach(activity);
            return pending;
        }

        if (!task.IsCompletedSuccessfully)
        {
            return FailOnReturn(TaskFailure.Extract(task), started, activity, tags, tokens) is { } translated ? Task.FromException<TResult>(translated) : task;
        }

        if (_isMeasured)
        {
            Exit(started, activity, task.Result, tags);
        }

        return task;
    }
}
