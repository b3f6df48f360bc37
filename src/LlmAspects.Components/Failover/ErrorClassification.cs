namespace LlmAspects.Components.Failover;

/// <summary>What an exception of a model call means.</summary>
/// <param name="Category">The kind of error.</param>
/// <param name="Action">What may follow.</param>
/// <param name="CountsAgainstBreaker">Whether the circuit breaker counts it as a failure of the model.</param>
public readonly record struct ErrorClassification(ErrorCategory Category, RecoveryAction Action, bool CountsAgainstBreaker)
{
    /// <summary>How long the provider asked to wait; <see langword="null"/> when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The HTTP status, where there was one.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The provider's error code, for example <c>insufficient_quota</c>, where there was one.</summary>
    public string? ProviderCode { get; init; }
}
