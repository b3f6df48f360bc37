namespace LlmAspects.Components.Failover;

/// <summary>What went wrong with a model call.</summary>
public enum ErrorCategory
{
    /// <summary>Not recognised.</summary>
    Unknown,

    /// <summary>Too many requests (429).</summary>
    RateLimit,

    /// <summary>The account has nothing left (429 <c>insufficient_quota</c>).</summary>
    QuotaExhausted,

    /// <summary>The credential was refused (401, 403).</summary>
    Authentication,

    /// <summary>The provider does not know the model (404).</summary>
    ModelNotFound,

    /// <summary>The provider is overloaded or failing (500, 502, 503, 504, 529).</summary>
    Overload,

    /// <summary>The connection could not be made or broke before the answer.</summary>
    Connection,

    /// <summary>The attempt took longer than its limit.</summary>
    AttemptTimeout,

    /// <summary>The stream stopped sending.</summary>
    Stalled,

    /// <summary>The answer ended without a finish reason.</summary>
    TruncatedStream,

    /// <summary>The answer could not be parsed, or was empty.</summary>
    MalformedReply,

    /// <summary>The request itself is wrong (400, 422).</summary>
    InvalidInput,

    /// <summary>The request does not fit the model's context window.</summary>
    ContextOverflow,

    /// <summary>The provider's content filter refused.</summary>
    ContentFilter,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>A stream that broke off was begun again, and its text differs from what had been passed on.</summary>
    Diverged,
}
