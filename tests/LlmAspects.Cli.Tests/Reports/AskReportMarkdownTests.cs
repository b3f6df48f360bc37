using LlmAspects.Cli.Reports;
using LlmAspects.Components;
using LlmAspects.Reports;

namespace LlmAspects.Cli.Tests.Reports;

public sealed class AskReportMarkdownTests
{
    [Fact]
    public void TextFromDocumentsAndModels_CannotBecomeMarkup()
    {
        string markdown = AskReportMarkdown.Write(Report("<script>alert(1)</script> | # [link](http://x)\n## heading \u001b[31m"));

        markdown.ShouldStartWith(ReportFolder.MarkdownStart);
        markdown.ShouldNotContain("<script>");
        markdown.ShouldNotContain("[link](");
        markdown.ShouldNotContain("\n## heading");
        markdown.ShouldNotContain('\u001b');
    }

    [Fact]
    public void Json_BeginsWithTheMarkThatMakesItOurs() => AskReportJson.Write(Report("answer")).ShouldStartWith(ReportFolder.JsonStart);

    private static AskReport Report(string text) => new()
    {
        GeneratedAt = DateTimeOffset.UnixEpoch,
        Documents = new DocumentsReport(text, 1, 1, [new SkippedReport("hidden", 1, [text])]),
        Model = new ModelReport(text, "local", text),
        Questions =
        [
            new AnswerReport
            {
                Question = text,
                Answered = true,
                Answer = text,
                Citations = [new CitationReport(1, text, 1, 0, 1, text)],
                Model = text,
                Attempts = [new AttemptReport(text, text, 1)],
                Warnings = [text],
                Groundedness = 1,
                Decisions = [new Decision(text, text, text)],
            },
        ],
        Performance = new PerformanceReport { GeneratedAt = DateTimeOffset.UnixEpoch },
    };
}
