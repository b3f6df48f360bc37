namespace LlmAspects.Reports;

/// <summary>The circuit breaker of a model or of another service.</summary>
public sealed record CircuitStatus
{
    /// <summary>What the breaker guards, for example the id of a model.</summary>
    public required string Name { get; init; }

    /// <summary>The component that keeps the breaker: its health is concerned. <see langword="null"/> concerns every component.</summary>
    public string? Component { get; init; }

    /// <summary>Its state.</summary>
    public required CircuitState State { get; init; }

    /// <summary>When calls may pass again, in UTC; <see langword="null"/> when they may now.</summary>
    public DateTimeOffset? UnavailableUntil { get; init; }

    /// <summary>Why calls may not pass; <see langword="null"/> when they may.</summary>
    public string? Reason { get; init; }

    /// <summary>The calls under way.</summary>
    public int InFlight { get; init; }

    /// <summary>The decayed mean time of an answer; <see langword="null"/> while too little or nothing recent was measured.</summary>
    public double? LatencyMilliseconds { get; init; }
}
