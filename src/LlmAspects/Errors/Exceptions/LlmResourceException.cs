namespace LlmAspects;

/// <summary>Something that a component needs is used up or not there: a budget, a model, a file, a service. Names no component: any may raise it.</summary>
public class LlmResourceException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmResourceException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException)
    {
    }
}
