namespace LlmAspects;

/// <summary>The cache could not be used. The root of what component <c>llm_cache_layer</c> raises.</summary>
public class LlmCacheException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmCacheException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "llm_cache_layer";
}
