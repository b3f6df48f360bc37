using System.Text.Json;
using LlmAspects.Cli.Coverage;

namespace LlmAspects.Cli.Tests.Coverage;

public sealed class CoverageReportTests
{
    private static readonly CoverageReport Report = new(
        "App.sln",
        [
            new ComponentCoverage("chat", "App", 3, 2, 4, [new UncoveredMethod("Chat.Send(int)", "App/Chat.cs", 12, ["TracePerformance"])]),
            new ComponentCoverage("<b>|evil", "App", 0, 0, 0, []),
        ],
        ["App.Tests could not be loaded."]);

    [Fact]
    public void Table_AlignsColumnsAndNamesWhatIsMissing() => CoverageTable.Write(Report).ReplaceLineEndings("\n").ShouldBe("""
        Component  Project  Must  Do  Coverage  Traced operations
        chat       App         3   2    66.6 %                  4
        <b>|evil   App         0   0     100 %                  0
        All                    3   2    66.6 %                  4
        App/Chat.cs(12): Chat.Send(int) lacks [TracePerformance]

        """);

    [Fact]
    public void Percent_IsNeverRoundedUpToAll() => CoverageTable.Percent(CoverageReport.PercentOf(99_999, 100_000)).ShouldBe("99.9 %");

    [Fact]
    public void NothingDemanded_IsAll() => new CoverageReport("App.sln", [], []).Percent.ShouldBe(100);

    [Fact]
    public void Markdown_HasATableAndEscapesNames()
    {
        string markdown = CoverageMarkdown.Write(Report);

        markdown.ShouldStartWith("# Coverage by aspects: 66.6 %\n\n2 of 3 methods of App.sln carry the aspects that they must carry.\n");
        markdown.ShouldContain("| chat | App | 3 | 2 | 66.6 % | 4 |\n");
        markdown.ShouldContain(@"| \<b\>\|evil | App | 0 | 0 | 100 % | 0 |");
        markdown.ShouldContain("\n## Methods that lack aspects\n\n- App/Chat.cs:12: Chat.Send(int) lacks \\[TracePerformance\\]\n");
        markdown.ShouldContain("\n## What could not be loaded\n\n- App.Tests could not be loaded.\n");
    }

    [Fact]
    public void Json_HoldsEverything()
    {
        using JsonDocument json = JsonDocument.Parse(CoverageJson.Write(Report));

        json.RootElement.GetProperty("format").GetString().ShouldBe("llmaspects-coverage/1");
        json.RootElement.GetProperty("required").GetInt32().ShouldBe(3);
        json.RootElement.GetProperty("covered").GetInt32().ShouldBe(2);
        json.RootElement.GetProperty("percent").GetDouble().ShouldBe(66.66, 0.01);
        json.RootElement.GetProperty("problems").GetArrayLength().ShouldBe(1);
        JsonElement missing = json.RootElement.GetProperty("components")[0].GetProperty("missing")[0];
        missing.GetProperty("file").GetString().ShouldBe("App/Chat.cs");
        missing.GetProperty("line").GetInt32().ShouldBe(12);
        missing.GetProperty("aspects")[0].GetString().ShouldBe("TracePerformance");
    }
}
