namespace LlmAspects.Components.Failover;

/// <summary>What happens when a stream breaks after content of it was passed on.</summary>
public enum StreamRecovery
{
    /// <summary>
    /// The next attempt takes over where the text broke off, and nothing is passed on twice. A model that accepts a prefill continues the text; any other begins again,
    /// and only what follows the exactly reproduced text is passed on. When the new text differs, the stream ends with a <see cref="StreamInterruptedException"/>. The default.
    /// </summary>
    ContinueOrMatch,

    /// <summary>Nothing is passed on before an answer is complete, so every failure can be repeated unseen; the first text comes late.</summary>
    Buffered,

    /// <summary>
    /// The next attempt begins again, after an update with <see cref="ResponseProperties.Restart"/> and the same message id: whatever was shown before it is void.
    /// </summary>
    RestartMarker,
}
