using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records the outcome of a returned task; a completed one comes back as the same instance.</summary>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public Task Exit(Task task, long started, Activity? activity) => Exit(task, started, activity, Cancellation.NoParameter);

    /// <summary>Records the outcome of a returned task; a completed one comes back as the same instance.</summary>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="cancellationToken">The token parameter of the method.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task Exit(Task task, long started, Activity? activity, CancellationToken cancellationToken)
    {
        if (task is null or { IsCompletedSuccessfully: true })
        {
            Succeed(started, activity);
            return task!;
        }

        return ExitIncomplete(task, started, activity, new CallTokens(cancellationToken));
    }

    /// <summary>Records the outcome of a returned task; a completed one comes back as the same instance.</summary>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method, two or more.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task Exit(Task task, long started, Activity? activity, params ReadOnlySpan<CancellationToken> cancellationTokens)
    {
        if (task is null or { IsCompletedSuccessfully: true })
        {
            Succeed(started, activity);
            return task!;
        }

        return ExitIncomplete(task, started, activity, CallTokens.From(cancellationTokens));
    }

    /// <summary>Records the failure of a returned task, and nothing else; a completed one comes back as the same instance.</summary>
    /// <param name="task">What Core returned.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public Task Exit(Task task) => Exit(task, Cancellation.NoParameter);

    /// <summary>Records the failure of a returned task, and nothing else; a completed one comes back as the same instance.</summary>
    /// <param name="task">What Core returned.</param>
    /// <param name="cancellationToken">The token parameter of the method.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public Task Exit(Task task, CancellationToken cancellationToken) =>
        task is null or { IsCompletedSuccessfully: true } ? task! : ExitIncomplete(task, started: 0, null, new CallTokens(cancellationToken));

    /// <summary>Records the failure of a returned task, and nothing else; a completed one comes back as the same instance.</summary>
    /// <param name="task">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method, two or more.</param>
    /// <returns>The same task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public Task Exit(Task task, params ReadOnlySpan<CancellationToken> cancellationTokens) =>
        task is null or { IsCompletedSuccessfully: true } ? task! : ExitIncomplete(task, started: 0, null, CallTokens.From(cancellationTokens));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task ExitIncomplete(Task task, long started, Activity? activity, CallTokens tokens)
    {
        if (PassesUnseen)
        {
            return task;
        }

        if (task.IsCompleted)
        {
            return ObserveCompleted(task, started, activity, tokens) is { } translated ? Task.FromException(translated) : task;
        }

        if (activity is null && tokens.IsSingle)
        {
            return tokens.First == Cancellation.NoParameter
                ? PendingTask<PlainCall>.Await(task, new PlainCall(this, started))
                : PendingTask<TokenCall>.Await(task, new TokenCall(this, started, tokens.First));
        }

        var pending = PendingTask<TracedCall>.Await(task, new TracedCall(this, started, activity, tokens));
        Detach(activity);
        return pending;
    }

    /// <summary>A task that failed before it was returned is handed back as it is, unless there is an exception to return instead of its own.</summary>
    private Exception? ObserveCompleted(Task task, long started, Activity? activity, CallTokens tokens)
    {
        // Pending when Exit looked, complete by now: this may be a success.
        if (task.IsCompletedSuccessfully)
        {
            if (_isMeasured)
            {
                Succeed(started, activity);
            }

            return null;
        }

        var error = TaskFailure.Extract(task);
        Fail(error, started, activity, tokens);
        if (activity is not null)
        {
            OperationSpan.Stop(activity);
        }

        return TryTranslate(error, tokens, out var translated) ? translated : null;
    }
}
