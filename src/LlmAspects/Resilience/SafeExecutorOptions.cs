namespace LlmAspects.Resilience;

/// <summary>How a <see cref="SafeExecutor"/> works. Immutable once built; may be shared between threads.</summary>
public sealed record SafeExecutorOptions
{
    /// <summary>The shortest allowed time limit: 10 milliseconds.</summary>
    public static readonly TimeSpan ShortestLimit = TimeSpan.FromMilliseconds(10);

    /// <summary>How failed attempts are repeated, as by <see cref="RetryWithBackoffAttribute"/>. The default is three attempts, factor 2, full jitter.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>How long one attempt may take; then it fails with a <see cref="Polly.Timeout.TimeoutRejectedException"/> and may be repeated. The default is no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter than 10 milliseconds or longer than a day.</exception>
    public TimeSpan? AttemptTimeout { get; init => field = Checked(value); }

    /// <summary>How long all attempts and delays together may take; then the work fails with a <see cref="Polly.Timeout.TimeoutRejectedException"/>. The default is no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter than 10 milliseconds or longer than a day.</exception>
    public TimeSpan? Timeout { get; init => field = Checked(value); }

    private static TimeSpan? Checked(TimeSpan? limit)
    {
        if (limit is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, ShortestLimit);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(given, RetryOptions.LongestDelay);
        }

        return limit;
    }
}
