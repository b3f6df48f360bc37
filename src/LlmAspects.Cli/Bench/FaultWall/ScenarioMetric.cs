namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>What is measured of a client in a scenario.</summary>
internal enum ScenarioMetric
{
    /// <summary>Whether the call did not end within the limit of the scenario.</summary>
    Hang,

    /// <summary>Whether the caller has exactly the answer, white space apart.</summary>
    Complete,

    /// <summary>Whether the call ended well without the whole answer.</summary>
    TruncatedSuccess,

    /// <summary>Seconds until the call ended.</summary>
    WallTime,

    /// <summary>The model that the response names.</summary>
    ReportedModel,

    /// <summary>Whether the response has its usage.</summary>
    UsageSeen,

    /// <summary>Whether a plain request to the healthy model was answered through the same client afterwards.</summary>
    AliveAfter,

    PrimaryAttempts,

    BackupAttempts,

    /// <summary>Seconds from the first attempt on the first model to the second.</summary>
    FirstGap,

    /// <summary>Attempts on the first model soon after the first one.</summary>
    EarlyPrimaryAttempts,

    /// <summary>The sizes of the prompts that the first model saw, in order.</summary>
    PromptSizes,

    /// <summary>Whether the call ended with an error after a model had refused to continue a text.</summary>
    PrefillErrorShown,

    SeriesHangs,

    SentInOutage,

    /// <summary>Requests sent in the outage that were answered whole.</summary>
    ServedInOutage,

    /// <summary>Seconds from the end of the outage to the first answer of the first model.</summary>
    ReturnAfterOutage,

    PrimaryAttemptsInOutage,
}
