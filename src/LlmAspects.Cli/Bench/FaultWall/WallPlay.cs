namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>What the wall does with a request.</summary>
internal enum WallPlay
{
    /// <summary>Answers as a healthy model, apart from the deviations of the rule.</summary>
    Answer,

    /// <summary>Answers with a status and an error body.</summary>
    Error,

    /// <summary>Resets the connection after the whole request was read.</summary>
    Reset,

    /// <summary>Sends nothing for a time, then closes.</summary>
    Silence,
}
