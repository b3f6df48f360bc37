using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Testing;

/// <summary>Time that stands still while anything can go on, and then jumps to the next end of some work: what takes hours is tested in milliseconds, the same each time.</summary>
public sealed class VirtualClock
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (DateTimeOffset, long)> _pending = new();
    private TaskCompletionSource _arrived = new();
    private long _count;

    /// <summary>The time, for the code under test.</summary>
    public FakeTimeProvider Time { get; } = new();

    /// <summary>Work that ends when its time has passed. What waits for it goes on at once, on the thread of <see cref="RunAsync"/>.</summary>
    /// <param name="duration">How long it takes.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task WorkAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ended = new TaskCompletionSource();
        using CancellationTokenRegistration registration = cancellationToken.Register(() => ended.TrySetCanceled(cancellationToken));
        lock (_gate)
        {
            _pending.Enqueue(ended, (Time.GetUtcNow() + duration, _count++));
            _arrived.TrySetResult();
        }

        await ended.Task.ConfigureAwait(false);
    }

    /// <summary>Lets time pass until something has ended.</summary>
    /// <param name="start">Starts it.</param>
    public Task<T> RunAsync<T>(Func<Task<T>> start) => Task.Run(async () =>
    {
        Task<T> whole = start();
        while (!whole.IsCompleted)
        {
            Task arrived = Step();
            await Task.WhenAny(whole, arrived).ConfigureAwait(false);
        }

        return await whole.ConfigureAwait(false);
    });

    private Task Step()
    {
        TaskCompletionSource? next;
        DateTimeOffset due;
        lock (_gate)
        {
            if (!_pending.TryDequeue(out next, out (DateTimeOffset At, long) priority))
            {
                _arrived = new TaskCompletionSource();
                return _arrived.Task;
            }

            due = priority.At;
        }

        if (!next.Task.IsCompleted)
        {
            if (due > Time.GetUtcNow())
            {
                Time.SetUtcNow(due);
            }

            next.TrySetResult();
        }

        return Task.CompletedTask;
    }
}
