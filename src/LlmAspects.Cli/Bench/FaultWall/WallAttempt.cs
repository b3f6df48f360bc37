namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>A request that the wall has seen.</summary>
/// <param name="Model">The model that was asked for.</param>
/// <param name="At">The time since the scenario began.</param>
/// <param name="PromptTokens">The size of its prompt.</param>
/// <param name="RefusedPrefill">Whether it asked to continue a text and was refused.</param>
internal sealed record WallAttempt(string Model, TimeSpan At, int PromptTokens, bool RefusedPrefill);
