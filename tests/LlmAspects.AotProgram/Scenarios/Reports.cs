using System.Globalization;
using LlmAspects.AotProgram.Recording;
using LlmAspects.Reports;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>The report as JSON and back, by source-generated serialization.</summary>
internal static class Reports
{
    public static Task RunAsync(Transcript transcript)
    {
        var report = PerformanceReport.Create();
        var copy = PerformanceReport.FromJson(report.ToJson());
        transcript.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{copy.Operations.Count} operations, {copy.Errors.Count} errors, equal: {copy.ToJson() == report.ToJson()}, Markdown: {report.ToMarkdown().Length > 0}"));
        return Task.CompletedTask;
    }
}
