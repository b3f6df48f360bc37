namespace LlmAspects.Components.Failover;

/// <summary>A model call that failed for a known reason: raised by the failover handler (time-outs, broken streams) and by clients that know the category.</summary>
public sealed class ModelCallException : LlmFailoverException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="category">What went wrong.</param>
    /// <param name="message">What went wrong, in a sentence.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public ModelCallException(ErrorCategory category, string message, Exception? innerException = null)
        : base("model_call_failed", message, innerException) => Category = category;

    /// <summary>What went wrong.</summary>
    public ErrorCategory Category { get; }

    /// <summary>The facts that a provider gave; <see langword="null"/> when there are none.</summary>
    public ProviderError? Provider { get; init; }
}
