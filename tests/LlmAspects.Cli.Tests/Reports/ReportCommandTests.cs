using LlmAspects.Cli.Reports;
using LlmAspects.Reports;

namespace LlmAspects.Cli.Tests.Reports;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StoredReport_BecomesAPageAndMarkdown()
    {
        Store();

        CliResult result = await RunAsync("report", "in.json", "--html", "out.html", "--markdown", "out.md");

        result.ExitCode.ShouldBe(0, result.Error);
        File.ReadAllText(_folder["out.html"]).ShouldStartWith(ReportFolder.HtmlStart);
        File.ReadAllText(_folder["out.md"]).ShouldStartWith(ReportFolder.MarkdownStart);
        (await RunAsync("report", "in.json", "--html", "out.html", "--markdown", "out.md")).ExitCode.ShouldBe(0, "its own files are written over");
    }

    [Fact]
    public async Task ReportOfAsk_BecomesThePageThatAskWrote()
    {
        _folder.Write("docs/a.md", "A refund is approved by the team lead.");
        CliResult asked = await RunAsync("ask", "Who approves a refund?", "--docs", "docs", "--report", "out");
        asked.ExitCode.ShouldBe(0, asked.Error);

        CliResult result = await RunAsync("report", "out/report.json", "--html", "again.html");

        result.ExitCode.ShouldBe(0, result.Error);
        string page = File.ReadAllText(_folder["out/report.html"]);
        page.ShouldContain("id=\"traces\"");
        page.ShouldContain("id=\"models\"");
        page.ShouldContain("id=\"caches\"");
        page.ShouldContain("id=\"circuits\"");
        File.ReadAllText(_folder["again.html"]).ShouldBe(page);
    }

    [Fact]
    public async Task FileOfSomebodyElse_IsLeftAloneUnlessForced()
    {
        Store();
        _folder.Write("page.html", "mine");

        CliResult refused = await RunAsync("report", "in.json", "--html", "page.html");

        refused.ExitCode.ShouldBe(ExitCodes.Usage);
        refused.Error.ShouldContain("--force");
        File.ReadAllText(_folder["page.html"]).ShouldBe("mine");
        (await RunAsync("report", "in.json", "--html", "page.html", "--force")).ExitCode.ShouldBe(0);
        File.ReadAllText(_folder["page.html"]).ShouldStartWith(ReportFolder.HtmlStart);
    }

    [Theory]
    [InlineData("{}", "is no report")]
    [InlineData("null", "is no report")]
    [InlineData("[1]", "is no report")]
    [InlineData("not json", "is no report")]
    [InlineData("{\"questions\":[]}", "is no report")]
    public async Task FileThatIsNoReport_IsRefused(string content, string message)
    {
        _folder.Write("in.json", content);

        CliResult result = await RunAsync("report", "in.json", "--html", "out.html");

        result.ExitCode.ShouldBe(ExitCodes.Usage);
        result.Error.ShouldContain(message);
        File.Exists(_folder["out.html"]).ShouldBeFalse();
    }

    [Fact]
    public async Task MissingFile_IsRefused() => (await RunAsync("report", "none.json", "--html", "out.html")).Error.ShouldContain("cannot be read");

    [Fact]
    public async Task NothingToWrite_IsRefused() => (await RunAsync("report", "in.json")).Error.ShouldContain("--html FILE");

    private void Store() => _folder.Write("in.json", new PerformanceReport { GeneratedAt = DateTimeOffset.UnixEpoch }.ToJson());

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
