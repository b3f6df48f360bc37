namespace LlmAspects.Components.Failover;

/// <summary>A stream broke after some of its content was passed on, and no attempt could take over. The inner exception is what ended the last attempt.</summary>
public sealed class StreamInterruptedException : LlmFailoverException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="partialText">The text that was passed on.</param>
    /// <param name="report">What was tried.</param>
    /// <param name="cause">What ended the last attempt.</param>
    public StreamInterruptedException(string partialText, FailoverReport report, Exception cause)
        : base("stream_interrupted", $"The stream of '{report.Attempts[^1].ModelId}' broke ({report.Attempts[^1].Error?.Category}) after {partialText.Length} characters were passed on. PartialText has them; ask again for the rest.", cause)
    {
        PartialText = partialText;
        Report = report;
    }

    /// <summary>The text that was passed on.</summary>
    public string PartialText { get; }

    /// <summary>What was tried.</summary>
    public FailoverReport Report { get; }
}
