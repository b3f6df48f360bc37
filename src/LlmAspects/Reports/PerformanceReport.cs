using System.Text.Json;
using LlmAspects.Errors;
using LlmAspects.Reports.Html;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Reports;

/// <summary>What a process measured and what failed in it, as one document that can be stored as JSON and read as Markdown or HTML.</summary>
public sealed record PerformanceReport
{
    /// <summary>When the report was made, in UTC.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>Facts about the program and its host, by name, given by the caller.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>The statistics of every operation, ordered by component and operation.</summary>
    public IReadOnlyList<PerformanceStats> Operations { get; init; } = [];

    /// <summary>How many errors there were; more than <see cref="Errors"/> holds when old ones were dropped.</summary>
    public long ErrorCount { get; init; }

    /// <summary>The errors kept, the most recent first.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; init; } = [];

    /// <summary>The errors by kind, the most recent first; all of the process, not only those in <see cref="Errors"/>.</summary>
    public IReadOnlyList<ErrorGroup> ErrorGroups { get; init; } = [];

    /// <summary>Tokens and cost by model.</summary>
    public IReadOnlyList<ModelUsage> Models { get; init; } = [];

    /// <summary>The state of the caches.</summary>
    public IReadOnlyList<CacheStatus> Caches { get; init; } = [];

    /// <summary>The state of the circuit breakers.</summary>
    public IReadOnlyList<CircuitStatus> Circuits { get; init; } = [];

    /// <summary>The traces given by the caller.</summary>
    public IReadOnlyList<TraceNode> Traces { get; init; } = [];

    /// <summary>Remarks of the caller, for example what is estimated or missing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Makes a report of this process from <see cref="PerformanceTracer.Shared"/> and <see cref="ErrorAggregator.Shared"/>.</summary>
    /// <param name="traces">Traces to include, for example of a <see cref="TraceRecorder"/>. The default is none.</param>
    /// <param name="sources">Who is asked for usage, caches and circuit breakers. The default is nobody.</param>
    public static PerformanceReport Create(IReadOnlyList<TraceNode>? traces = null, IEnumerable<IReportSource>? sources = null)
    {
        ReportFacts[] facts = [.. (sources ?? []).Select(static source => source.GetReportFacts())];
        return new PerformanceReport
        {
            GeneratedAt = RuntimeClock.TimeProvider.GetUtcNow(),
            Operations = PerformanceTracer.Shared.GetStats(),
            ErrorCount = ErrorAggregator.Shared.TotalCount,
            Errors = ErrorAggregator.Shared.Recent(),
            ErrorGroups = ErrorAggregator.Shared.Groups(),
            Models = [.. facts.SelectMany(static fact => fact.Models)],
            Caches = [.. facts.SelectMany(static fact => fact.Caches)],
            Circuits = [.. facts.SelectMany(static fact => fact.Circuits)],
            Traces = traces ?? [],
        };
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException"><paramref name="json"/> is no report.</exception>
    public static PerformanceReport FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, ReportJsonContext.Default.PerformanceReport) ?? throw new JsonException("The document is null, not a report.");
    }

    /// <summary>Writes the report as indented JSON with names in camelCase.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJsonContext.Default.PerformanceReport);

    /// <summary>Writes the report as Markdown; everything that came from data is escaped.</summary>
    public string ToMarkdown() => MarkdownReportWriter.Write(this);

    /// <summary>Writes the report as one HTML page that needs no other file, runs no script and loads nothing.</summary>
    /// <remarks>Everything that came from data is encoded; long lists are cut, and the page says how much was left out.</remarks>
    public string ToHtml() => HtmlReportWriter.Write(this);
}
