namespace LlmAspects.Components.Failover;

/// <summary>Why the failover handler stopped trying.</summary>
public enum FailoverStop
{
    /// <summary>A model answered.</summary>
    Answered,

    /// <summary>No candidate was left that could be called.</summary>
    CandidatesExhausted,

    /// <summary>The attempts of the request were used up.</summary>
    AttemptsExhausted,

    /// <summary>The deadline came.</summary>
    DeadlineReached,

    /// <summary>A stream broke after some of its content was passed on.</summary>
    StreamInterrupted,
}
