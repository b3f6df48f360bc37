using LlmAspects.Reports;

namespace LlmAspects.Cli.Reports;

/// <summary>What <c>report.json</c> holds. The first property marks the file as this tool's own.</summary>
internal sealed record AskReport
{
    public string Format { get; init; } = "llmaspects-report/1";

    public required DateTimeOffset GeneratedAt { get; init; }

    public required DocumentsReport Documents { get; init; }

    public required ModelReport Model { get; init; }

    public required IReadOnlyList<AnswerReport> Questions { get; init; }

    public required PerformanceReport Performance { get; init; }
}
