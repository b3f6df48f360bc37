namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>When a rule of the wall is played.</summary>
internal enum WallCondition
{
    Always,

    /// <summary>The model sees its first request since the wall began the scenario.</summary>
    FirstTry,

    /// <summary>The outage of the scenario lasts.</summary>
    Outage,

    /// <summary>The last message is one of the assistant: the model is asked to continue a text.</summary>
    Continuation,
}
