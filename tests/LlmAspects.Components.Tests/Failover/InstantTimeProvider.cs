using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Failover;

/// <summary>A clock on which every wait is over at once: a new timer makes the time jump to its due time.</summary>
internal sealed class InstantTimeProvider() : FakeTimeProvider(Start)
{
    public static readonly new DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long everybody waited in all.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
