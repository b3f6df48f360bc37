namespace LlmAspects.Components.Failover;

/// <summary>What follows each category, and what statuses and provider codes mean. Pure tables.</summary>
internal static class RecoveryRules
{
    /// <summary>The code of a provider that does not continue a text of the assistant.</summary>
    public const string PrefillRefused = "invalid_prefill";

    public static ErrorClassification For(ErrorCategory category) => category switch
    {
        ErrorCategory.RateLimit => new(category, RecoveryAction.SameModel, CountsAgainstBreaker: false),
        ErrorCategory.Overload or ErrorCategory.Connection => new(category, RecoveryAction.SameModel, CountsAgainstBreaker: true),
        ErrorCategory.MalformedReply => new(category, RecoveryAction.SameModel, CountsAgainstBreaker: false),
        ErrorCategory.AttemptTimeout or ErrorCategory.Stalled or ErrorCategory.TruncatedStream => new(category, RecoveryAction.NextModel, CountsAgainstBreaker: true),
        ErrorCategory.ContextOverflow => new(category, RecoveryAction.LargerContext, CountsAgainstBreaker: false),
        ErrorCategory.InvalidInput or ErrorCategory.ContentFilter or ErrorCategory.Cancelled or ErrorCategory.Diverged => new(category, RecoveryAction.Stop, CountsAgainstBreaker: false),
        _ => new(category, RecoveryAction.NextModel, CountsAgainstBreaker: false),
    };

    public static ErrorCategory OfStatus(int status) => status switch
    {
        400 or 422 => ErrorCategory.InvalidInput,
        401 or 403 => ErrorCategory.Authentication,
        402 => ErrorCategory.QuotaExhausted,
        404 => ErrorCategory.ModelNotFound,
        408 => ErrorCategory.AttemptTimeout,
        413 => ErrorCategory.ContextOverflow,
        429 => ErrorCategory.RateLimit,
        500 or 502 or 503 or 504 or 529 => ErrorCategory.Overload,
        _ => ErrorCategory.Unknown,
    };

    // https://platform.openai.com/docs/guides/error-codes and https://docs.anthropic.com/en/api/errors
    public static ErrorCategory? OfCode(string? code) => code switch
    {
        "insufficient_quota" or "billing_hard_limit_reached" or "billing_not_active" or "billing_error" => ErrorCategory.QuotaExhausted,
        "rate_limit_exceeded" or "rate_limit_error" => ErrorCategory.RateLimit,
        "invalid_api_key" or "authentication_error" or "permission_error" => ErrorCategory.Authentication,
        "model_not_found" or "not_found_error" => ErrorCategory.ModelNotFound,
        "context_length_exceeded" or "request_too_large" => ErrorCategory.ContextOverflow,
        PrefillRefused => ErrorCategory.InvalidInput,
        "content_filter" or "content_policy_violation" => ErrorCategory.ContentFilter,
        "overloaded_error" or "api_error" or "server_error" => ErrorCategory.Overload,
        "timeout_error" => ErrorCategory.AttemptTimeout,
        _ => null,
    };
}
