namespace LlmAspects.Components.Failover;

/// <summary>Reads the exceptions of one provider's client, by type and fields, never by message. Thread-safe.</summary>
public interface IProviderErrorReader
{
    /// <summary>Reads an exception.</summary>
    /// <param name="exception">The exception, or one of its causes.</param>
    /// <param name="facts">What it says.</param>
    /// <returns><see langword="false"/> when the exception is not of this provider.</returns>
    bool TryRead(Exception exception, out ProviderError facts);
}
