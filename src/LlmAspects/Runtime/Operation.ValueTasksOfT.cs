using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

// The check is inlined: a value task handed through a call costs more than the check.
public sealed partial class Operation
{
    /// <summary>Records the outcome of a returned value task; a completed one comes back as the same instance.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask<T> Exit<T>(in ValueTask<T> task, long started, Activity? activity) => Exit(task, started, activity, Cancellation.NoParameter);

    /// <summary>Records the outcome of a returned value task; a completed one comes back as the same instance.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="cancellationToken">The token parameter of the method.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<T> Exit<T>(in ValueTask<T> task, long started, Activity? activity, CancellationToken cancellationToken)
    {
        if (task.IsCompletedSuccessfully)
        {
            Exit(started, activity);
            return task;
        }

        return ExitIncomplete(task, started, activity, new CallTokens(cancellationToken));
    }

    /// <summary>Records the outcome of a returned value task; a completed one comes back as the same instance.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method, two or more.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<T> Exit<T>(in ValueTask<T> task, long started, Activity? activity, params ReadOnlySpan<CancellationToken> cancellationTokens)
    {
        if (task.IsCompletedSuccessfully)
        {
            Exit(started, activity);
            return task;
        }

        return ExitIncomplete(task, started, activity, CallTokens.From(cancellationTokens));
    }

    /// <summary>Records the failure of a returned value task, and nothing else; a completed one comes back as the same instance.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask<T> Exit<T>(in ValueTask<T> task) => Exit(task, Cancellation.NoParameter);

    /// <summary>Records the failure of a returned value task, and nothing else; a completed one comes back as the same instance.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="cancellationToken">The token parameter of the method.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask<T> Exit<T>(in ValueTask<T> task, CancellationToken cancellationToken) =>
        task.IsCompletedSuccessfully ? task : ExitIncomplete(task, started: 0, null, new CallTokens(cancellationToken));

    /// <summary>Records the failure of a returned value task, and nothing else; a completed one comes back as the same instance.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method, two or more.</param>
    /// <returns>The same value task when it is complete, otherwise one that completes after it with the same outcome.</returns>
    public ValueTask<T> Exit<T>(in ValueTask<T> task, params ReadOnlySpan<CancellationToken> cancellationTokens) =>
        task.IsCompletedSuccessfully ? task : ExitIncomplete(task, started: 0, null, CallTokens.From(cancellationTokens));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask<T> ExitIncomplete<T>(in ValueTask<T> task, long started, Activity? activity, CallTokens tokens)
    {
        if (PassesUnseen)
        {
            return task;
        }

        if (task.IsCompleted)
        {
            var completed = task.AsTask();
            return ObserveCompleted(completed, started, activity, tokens) is { } translated ? ValueTask.FromException<T>(translated) : new ValueTask<T>(completed);
        }

        var pending = PendingValueTask<T>.Await(task, this, started, activity, tokens);
        Detach(activity);
        return pending;
    }
}
