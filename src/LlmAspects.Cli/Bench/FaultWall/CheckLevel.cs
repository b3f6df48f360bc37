namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>What a missed check costs.</summary>
internal enum CheckLevel
{
    /// <summary>The scenario is failed.</summary>
    Required,

    /// <summary>A pass becomes partial.</summary>
    Advisory,

    /// <summary>Nothing; it is printed.</summary>
    Informational,
}
