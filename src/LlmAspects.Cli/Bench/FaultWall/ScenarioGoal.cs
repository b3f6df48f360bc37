namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>The best end of a scenario.</summary>
internal enum ScenarioGoal
{
    /// <summary>Every word of the answer, once.</summary>
    Answer,

    /// <summary>The provider's own refusal.</summary>
    Error,
}
