namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>The error object of an OpenAI-compatible reply.</summary>
internal sealed record WallError(string Message, string Type, string? Param = null, string? Code = null);
