namespace LlmAspects.Components.Failover;

/// <summary>When a circuit breaker opens and closes.</summary>
public sealed record CircuitBreakerOptions
{
    /// <summary>This many counted failures in a row open it, at least 1. The default is 5.</summary>
    public int ConsecutiveFailures { get; init; } = 5;

    /// <summary>This part of the calls in the window failing opens it, more than 0 to 1. The default is 0.5.</summary>
    public double FailureRate { get; init; } = 0.5;

    /// <summary>The rate counts only with this many calls in the window, at least 1. The default is 20.</summary>
    public int MinimumCalls { get; init; } = 20;

    /// <summary>The window of the rate, more than 0; it moves in thirtieths. The default is 30 s.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it stays open, more than 0. A probe that has not ended after this time no longer holds back the next. The default is 30 s.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many probes may be under way while it is half open, at least 1. The default is 1.</summary>
    public int HalfOpenProbes { get; init; } = 1;

    /// <summary>This many successful probes close it, at least 1. The default is 2.</summary>
    public int SuccessesToClose { get; init; } = 2;

    /// <summary>How long a refused credential or an exhausted quota keeps it open, unless it is reset, more than 0. The default is 5 min.</summary>
    public TimeSpan LockoutDuration { get; init; } = TimeSpan.FromMinutes(5);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ConsecutiveFailures, 1, nameof(ConsecutiveFailures));
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumCalls, 1, nameof(MinimumCalls));
        ArgumentOutOfRangeException.ThrowIfLessThan(HalfOpenProbes, 1, nameof(HalfOpenProbes));
        ArgumentOutOfRangeException.ThrowIfLessThan(SuccessesToClose, 1, nameof(SuccessesToClose));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Window, TimeSpan.Zero, nameof(Window));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(BreakDuration, TimeSpan.Zero, nameof(BreakDuration));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LockoutDuration, TimeSpan.Zero, nameof(LockoutDuration));
        if (FailureRate is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(FailureRate), FailureRate, "The rate must be above 0 and at most 1.");
        }
    }
}
