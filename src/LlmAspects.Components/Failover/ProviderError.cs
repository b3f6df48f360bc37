namespace LlmAspects.Components.Failover;

/// <summary>What a provider's exception says, as facts.</summary>
/// <param name="StatusCode">The HTTP status; <see langword="null"/> when there was none.</param>
/// <param name="Code">The provider's error code, for example <c>insufficient_quota</c>; <see langword="null"/> when there was none.</param>
/// <param name="RetryAfter">How long the provider asked to wait; <see langword="null"/> when it did not say.</param>
public readonly record struct ProviderError(int? StatusCode, string? Code = null, TimeSpan? RetryAfter = null);
