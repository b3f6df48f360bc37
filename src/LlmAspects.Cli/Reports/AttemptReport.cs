namespace LlmAspects.Cli.Reports;

/// <summary>One call of a model.</summary>
internal sealed record AttemptReport(string Model, string Outcome, double DurationMilliseconds);
