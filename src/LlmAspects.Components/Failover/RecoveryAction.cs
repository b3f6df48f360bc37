namespace LlmAspects.Components.Failover;

/// <summary>What may follow a failed attempt.</summary>
public enum RecoveryAction
{
    /// <summary>Nothing: the error goes to the caller.</summary>
    Stop,

    /// <summary>The same model again, after a delay.</summary>
    SameModel,

    /// <summary>The next candidate at once.</summary>
    NextModel,

    /// <summary>The next candidate with a larger context window.</summary>
    LargerContext,
}
