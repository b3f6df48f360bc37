namespace LlmAspects;

/// <summary>Calls the method's Core again after a failure, with delays that grow; the caller, the error context and the trace see one outcome.</summary>
/// <remarks>
/// Cancellation by the caller is never retried, and ends a delay. A synchronous method blocks its thread during the delay.
/// Of several token parameters the first one of a later attempt is cancelled with any of them. <c>in</c> arguments are copied at entry.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RetryWithBackoffAttribute : Attribute
{
    /// <summary>How often Core is called at most, the first time included, from 2 to 100. The default is 3.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>By what each delay is longer than the one before, from 1 to 100. The default is 2.</summary>
    public double Factor { get; set; } = 2;

    /// <summary>The first delay in milliseconds, from 0 to a day. The default is 200.</summary>
    public int BaseDelayMilliseconds { get; set; } = 200;

    /// <summary>The longest delay in milliseconds, from the first delay to a day. The default is 30,000.</summary>
    public int MaximumDelayMilliseconds { get; set; } = 30_000;

    /// <summary>Whether a delay is drawn evenly between zero and its full length. The default is <see langword="true"/>.</summary>
    public bool Jitter { get; set; } = true;

    /// <summary>
    /// The types of exceptions that are retried, derived ones included. The default is every exception except exhausted memory or stack,
    /// an access violation and an interrupted thread.
    /// </summary>
    public Type[] Handle { get; set; } = [];

    /// <summary>The field or property of the type that holds the <see cref="System.TimeProvider"/> of the delays. The default is the clock of the runtime.</summary>
    public string? TimeProvider { get; set; }
}
