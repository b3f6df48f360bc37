namespace LlmAspects.Components.Failover;

/// <summary>How an attempt began, seen from what the attempts before it had passed on.</summary>
public enum AttemptStart
{
    /// <summary>Nothing had been passed on. The default.</summary>
    Fresh,

    /// <summary>The model was given the text so far and asked for the rest.</summary>
    Continued,

    /// <summary>The model began again, and its text had to reproduce the text so far.</summary>
    Matched,

    /// <summary>The model began again after an update that voids the text so far.</summary>
    Restarted,
}
