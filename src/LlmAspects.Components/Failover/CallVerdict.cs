namespace LlmAspects.Components.Failover;

/// <summary>What the end of a call says about the health of its model.</summary>
internal enum CallVerdict
{
    /// <summary>Nothing: cancelled, refused input, given up by the consumer.</summary>
    Neutral,

    /// <summary>It works.</summary>
    Success,

    /// <summary>It failed in a way that counts.</summary>
    Failure,

    /// <summary>The credential or the quota is no good: no call makes sense for a while.</summary>
    Lockout,
}
