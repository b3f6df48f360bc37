namespace LlmAspects.Cli.Reports;

/// <summary>What was searched.</summary>
internal sealed record DocumentsReport(string Source, int Count, long Bytes, IReadOnlyList<SkippedReport> Skipped);
