namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>The names that the wall answers to.</summary>
internal static class WallModels
{
    public const string Primary = "wall-primary";

    public const string Backup = "wall-backup";

    /// <summary>Never fails, and is not counted.</summary>
    public const string Healthy = "wall-healthy";
}
