using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records the outcome of a returned task with its tags; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task Exit<TTags>(Task task, long started, Activity? activity, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags
    {
        if (task is null or { IsCompletedSuccessfully: true })
        {
            Exit(started, activity, tags);
            return task!;
        }

        return ExitIncomplete(task, started, activity, tags, CallTokens.From(cancellationTokens));
    }

    /// <summary>Records the failure of a returned task with its tags, and nothing else; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public Task Exit<TTags>(Task task, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags =>
        task is null or { IsCompletedSuccessfully: true } ? task! : ExitIncomplete(task, started: 0, null, tags, CallTokens.From(cancellationTokens));

    /// <summary>Records the outcome of a returned value task with its tags; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask Exit<TTags>(in ValueTask task, long started, Activity? activity, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags
    {
        if (task.IsCompletedSuccessfully)
        {
            Exit(started, activity, tags);
            return task;
        }

        return new ValueTask(ExitIncomplete(task.AsTask(), started, activity, tags, CallTokens.From(cancellationTokens)));
    }

    /// <summary>Records the failure of a returned value task with its tags, and nothing else; a completed one comes back as the same instance.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask Exit<TTags>(in ValueTask task, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags =>
        task.IsCompletedSuccessfully ? task : new ValueTask(ExitIncomplete(task.AsTask(), started: 0, null, tags, CallTokens.From(cancellationTokens)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task ExitIncomplete<TTags>(Task task, long started, Activity? activity, in TTags tags, CallTokens tokens)
        where TTags : struct, ICallTags
    {
        if (PassesUnseen)
        {
            return task;
        }

        if (!task.IsCompleted)
        {
            var pending = PendingTask<TaggedCall<TTags>>.Await(task, new TaggedCall<TTags>(this, started, activity, tokens, tags));
            Detach(activity);
            return pending;
        }

        if (!task.IsCompletedSuccessfully)
        {
            return FailOnReturn(TaskFailure.Extract(task), started, activity, tags, tokens) is { } translated ? Task.FromException(translated) : task;
        }

        if (_isMeasured)
        {
            Exit(started, activity, tags);
        }

        return task;
    }

    private Exception? FailOnReturn<TTags>(Exception error, long started, Activity? activity, in TTags tags, CallTokens tokens)
        where TTags : struct, ICallTags
    {
        Fail(error, started, activity, tokens, tags);
        if (activity is not null)
        {
            OperationSpan.Stop(activity);
        }

        return TryTranslate(error, tokens, out var translated) ? translated : null;
    }
}
