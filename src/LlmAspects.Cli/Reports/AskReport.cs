using System.Globalization;
using LlmAspects.Reports;
using LlmAspects.Tracing;

namespace LlmAspects.Cli.Reports;

/// <summary>What <c>report.json</c> holds. The first property marks the file as this tool's own.</summary>
internal sealed record AskReport
{
    public string Format { get; init; } = "llmaspects-report/1";

    public required DateTimeOffset GeneratedAt { get; init; }

    public required DocumentsReport Documents { get; init; }

    public required ModelReport Model { get; init; }

    /// <summary>The models of the panel, <see cref="Model"/> first; <see langword="null"/> when one model was chosen.</summary>
    public IReadOnlyList<ModelReport>? Panel { get; init; }

    public required IReadOnlyList<AnswerReport> Questions { get; init; }

    public required PerformanceReport Performance { get; init; }

    /// <summary>The report of the HTML page: the traces stand with the questions, so that the file does not hold them twice.</summary>
    public PerformanceReport ToPage() => Performance with
    {
        Properties = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["documents"] = string.Create(CultureInfo.InvariantCulture, $"{Documents.Count} from {Documents.Source}"),
            ["model"] = string.Join("; ", (Panel ?? [Model]).Select(model => model.Endpoint is { } endpoint ? $"{model.Id} at {endpoint}" : $"{model.Id}, in this process")),
            ["questions"] = Questions.Count.ToString(CultureInfo.InvariantCulture),
        },
        Traces = [.. Questions.Select(answer => answer.Trace).OfType<TraceNode>()],
    };
}
