namespace LlmAspects.Tracing;

/// <summary>One finished call of a measured operation.</summary>
/// <param name="Component">The component.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Timestamp">When the call ended, in UTC.</param>
/// <param name="DurationMilliseconds">How long it took; <see langword="null"/> when the end was not seen (a value task whose result was fetched late).</param>
/// <param name="Outcome">How it ended.</param>
public sealed record PerformanceMetric(string Component, string Operation, DateTimeOffset Timestamp, double? DurationMilliseconds, OperationOutcome Outcome);
