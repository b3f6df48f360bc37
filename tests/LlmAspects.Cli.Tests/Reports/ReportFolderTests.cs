using LlmAspects.Cli.Reports;

namespace LlmAspects.Cli.Tests.Reports;

public sealed class ReportFolderTests : IDisposable
{
    private const string Json = ReportFolder.JsonStart + "\n}";
    private const string Markdown = ReportFolder.MarkdownStart + "# Report";
    private const string Html = ReportFolder.HtmlStart + "<html></html>";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NewFolder_IsMadeAndWritten()
    {
        ReportFolder.Open(_folder["a/b"]).Write(Json, Markdown, Html);

        Directory.GetFiles(_folder["a/b"]).Select(Path.GetFileName).ShouldBe(["report.json", "report.md", "report.html"], ignoreOrder: true);
        File.ReadAllText(_folder["a/b/report.md"]).ShouldBe(Markdown);
    }

    [Fact]
    public void EarlierReport_IsWrittenOver()
    {
        ReportFolder.Open(_folder.Root).Write(Json, Markdown, Html);
        ReportFolder.Open(_folder.Root).Write(Json, Markdown + "2", Html);

        File.ReadAllText(_folder["report.md"]).ShouldBe(Markdown + "2");
    }

    [Fact]
    public void FolderWithSomethingElse_IsRefusedAndLeftAlone()
    {
        _folder.Write("thesis.md", "years of work");

        Refusal(_folder.Root).Message.ShouldContain("not empty");
        Directory.GetFiles(_folder.Root).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("report.json", "{ \"mine\": 1 }")]
    [InlineData("report.md", "# My report")]
    [InlineData("report.html", "<!DOCTYPE html>\n<html>mine</html>")]
    public void FileOfTheSameNameThatIsNotOurs_IsRefused(string name, string content)
    {
        ReportFolder.Open(_folder.Root).Write(Json, Markdown, Html);
        _folder.Write(name, content);

        Refusal(_folder.Root);
        File.ReadAllText(_folder[name]).ShouldBe(content);
    }

    [FactOnUnix]
    public void LinkInPlaceOfAReport_IsRefused()
    {
        _folder.Write("target.txt", Markdown);
        Directory.CreateDirectory(_folder["out"]);
        File.CreateSymbolicLink(_folder["out/report.md"], _folder["target.txt"]);

        Refusal(_folder["out"]);
    }

    [FactOnUnix]
    public void FifoInPlaceOfAReport_IsRefusedWithoutWaiting()
    {
        _folder.Shell("mkfifo report.json");

        Refusal(_folder.Root);
    }

    [Fact]
    public void PathOfAFile_IsRefused() => Refusal(_folder.Write("file", "x")).Message.ShouldContain("is a file");

    private static CliException Refusal(string path)
    {
        CliException refusal = Should.Throw<CliException>(() => ReportFolder.Open(path));
        refusal.ExitCode.ShouldBe(ExitCodes.Usage);
        return refusal;
    }
}
