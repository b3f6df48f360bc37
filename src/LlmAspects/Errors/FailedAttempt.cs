namespace LlmAspects.Errors;

/// <summary>One attempt that failed and was retried.</summary>
/// <param name="Number">The attempt, from 1.</param>
/// <param name="ExceptionType">The full name of the exception's type.</param>
/// <param name="DurationMilliseconds">How long the attempt took; <see langword="null"/> for the first one, which reads no clock unless somebody listens to spans.</param>
/// <param name="DelayMilliseconds">How long the next attempt had to wait.</param>
public sealed record FailedAttempt(int Number, string ExceptionType, double? DurationMilliseconds, double DelayMilliseconds);
