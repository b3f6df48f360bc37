namespace LlmAspects.Cli.Reports;

/// <summary>Writes a report only into a new or empty folder, or over an earlier report of this tool.</summary>
internal sealed class ReportFolder
{
    public const string JsonName = "report.json";
    public const string MarkdownName = "report.md";
    public const string HtmlName = "report.html";

    /// <summary>How the files begin; a file that begins otherwise is somebody else's.</summary>
    public const string JsonStart = "{\n  \"format\": \"llmaspects-report/1\"";
    public const string MarkdownStart = "<!-- llmaspects-report/1 -->\n";
    public const string HtmlStart = "<!DOCTYPE html>\n<!-- llmaspects-report/1 -->\n";

    private readonly DirectoryInfo _folder;

    private ReportFolder(DirectoryInfo folder) => _folder = folder;

    public string Path => _folder.FullName;

    /// <summary>Checks the folder and creates it if it is new.</summary>
    /// <exception cref="CliException">The folder holds something else, or cannot be made.</exception>
    public static ReportFolder Open(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                throw Refused(path, "is a file");
            }

            DirectoryInfo folder = Directory.CreateDirectory(path);
            if (folder.EnumerateFileSystemInfos().Any() && !HoldsOwnReport(folder))
            {
                throw Refused(path, "is not empty and holds no report of this tool");
            }

            return new ReportFolder(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CliException($"The report folder '{path}' cannot be used: {error.Message}", ExitCodes.Usage, error);
        }
    }

    /// <summary>Writes the files; each appears whole or not at all.</summary>
    public void Write(string json, string markdown, string html)
    {
        Replace(JsonName, json);
        Replace(MarkdownName, markdown);
        Replace(HtmlName, html);
    }

    // Every file that would be overwritten must be ours, and at least one must be there.
    private static bool HoldsOwnReport(DirectoryInfo folder)
    {
        bool? json = IsOwn(folder, JsonName, JsonStart);
        bool? markdown = IsOwn(folder, MarkdownName, MarkdownStart);
        bool? html = IsOwn(folder, HtmlName, HtmlStart);
        return json != false && markdown != false && html != false && (json ?? markdown ?? html) == true;
    }

    private static bool? IsOwn(DirectoryInfo folder, string name, string start) => ReportFile.IsOwn(System.IO.Path.Combine(folder.FullName, name), start);

    private void Replace(string name, string content) => ReportFile.Replace(System.IO.Path.Combine(_folder.FullName, name), content);

    private static CliException Refused(string path, string why) =>
        new($"The report folder '{path}' {why}. Name a new or empty folder.", ExitCodes.Usage);
}
