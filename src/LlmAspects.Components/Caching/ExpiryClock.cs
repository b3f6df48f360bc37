namespace LlmAspects.Components.Caching;

/// <summary>
/// Tells milliseconds to compare times of expiry with. Of the system's clock it takes the tick count, which costs a fraction of the time of day and does not jump when that is set. Thread-safe.
/// </summary>
internal sealed class ExpiryClock(TimeProvider time)
{
    private readonly bool _isSystem = time == TimeProvider.System;

    public long Now => _isSystem ? Environment.TickCount64 : time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A time of day on this clock.</summary>
    public long Of(DateTimeOffset timeOfDay) => _isSystem ? Environment.TickCount64 + (long)(timeOfDay - time.GetUtcNow()).TotalMilliseconds : timeOfDay.ToUnixTimeMilliseconds();
}
