namespace LlmAspects.Components.Failover;

/// <summary>What is known of a model's health at one moment.</summary>
public readonly record struct ModelHealthSnapshot
{
    /// <summary>The state of its circuit breaker.</summary>
    public BreakerState State { get; init; }

    /// <summary>When it may be called again; <see langword="null"/> when it may be called now.</summary>
    public DateTimeOffset? UnavailableUntil { get; init; }

    /// <summary>Why it may not be called; <see langword="null"/> when it may.</summary>
    public string? Reason { get; init; }

    /// <summary>The calls under way.</summary>
    public int InFlight { get; init; }

    /// <summary>The usual time of an answer, the decayed median; <see langword="null"/> while too little or nothing recent was measured.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The time within which 95 % of the answers came, decayed; <see langword="null"/> while too little or nothing recent was measured.</summary>
    public TimeSpan? LatencyP95 { get; init; }

    /// <summary>The usual time to the first token of a stream, the decayed median; <see langword="null"/> while too little or nothing recent was reported.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    /// <summary>Whether a call may begin now.</summary>
    public bool IsAvailable => UnavailableUntil is null;
}
