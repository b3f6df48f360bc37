namespace LlmAspects.Components.Failover;

/// <summary>Says what an exception of a model call means. Thread-safe.</summary>
public interface IErrorClassifier
{
    /// <summary>Classifies an exception.</summary>
    /// <param name="exception">What a chat client threw.</param>
    /// <param name="cancelledByCaller">Whether the caller's token is cancelled.</param>
    ErrorClassification Classify(Exception exception, bool cancelledByCaller);
}
