using System.Text.Json;
using LlmAspects.Reports;

namespace LlmAspects.Cli.Reports;

/// <summary>A report read from a file: of a program, or of <c>ask</c>, told apart by their content.</summary>
/// <param name="Html">The page.</param>
/// <param name="Markdown">The Markdown form.</param>
internal sealed record StoredReport(string Html, string Markdown)
{
    private const long MaxBytes = 256L * 1024 * 1024;

    /// <exception cref="CliException">There is no such file, or it is no report.</exception>
    public static StoredReport Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Text(path), new JsonDocumentOptions { MaxDepth = 1024 });
            return Describe(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new CliException($"'{path}' is no report: {error.Message} Name a file that PerformanceReport.ToJson or 'ask --report' wrote.", ExitCodes.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{path}' cannot be read: {error.Message}", ExitCodes.Usage, error);
        }
    }

    private static StoredReport Describe(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("questions", out _))
        {
            AskReport ask = AskReportJson.Read(root);
            return new StoredReport(ask.ToPage().ToHtml(), AskReportMarkdown.Write(ask));
        }

        PerformanceReport report = PerformanceReport.FromJson(root.GetRawText());
        return new StoredReport(report.ToHtml(), ReportFolder.MarkdownStart + report.ToMarkdown());
    }

    private static string Text(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length > MaxBytes
            ? throw new CliException($"'{path}' is larger than 256 MB, which no report of this tool is.", ExitCodes.Usage)
            : File.ReadAllText(path);
    }
}
