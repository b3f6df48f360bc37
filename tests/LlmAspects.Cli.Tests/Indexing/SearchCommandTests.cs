using System.Text.Json;

namespace LlmAspects.Cli.Tests.Indexing;

public sealed class SearchCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Hit_HasFileLinesScoreHeadingsAndSnippet()
    {
        _folder.Write("docs/guide/refunds.md", "# Refunds\n\nIntroduction.\n\n## Limits\n\nThe manager approves a refund\nabove the limit.\n");
        await IndexAsync();

        CliResult result = (await RunAsync("who approves refunds", "--index", "docs")).ShouldExitWith(0);

        string[] lines = result.Output.Split('\n');
        lines[0].ShouldStartWith("1. guide/refunds.md:5-8  score ");
        lines[0].ShouldEndWith("  Refunds > Limits");
        lines[1].Trim().ShouldBe("## Limits The manager approves a refund above the limit.");
    }

    [Fact]
    public async Task Json_HasOffsetsIntoTheText()
    {
        const string text = "# Refunds\n\nIntroduction.\n\n## Limits\n\nThe manager approves a refund.\n";
        _folder.Write("docs/a.md", text);
        await IndexAsync();

        JsonElement result = JsonElement.Parse((await RunAsync("manager", "--index", "docs", "--json")).ShouldExitWith(0).Output);

        JsonElement hit = result.GetProperty("hits")[0];
        text[hit.GetProperty("start").GetInt32()..hit.GetProperty("end").GetInt32()].ShouldBe(hit.GetProperty("text").GetString());
        hit.GetProperty("score").GetDouble().ShouldBeGreaterThan(0);
        hit.GetProperty("headerPath").GetString().ShouldBe("Refunds > Limits");
        hit.GetProperty("extracted").GetBoolean().ShouldBeFalse();
        (result.GetProperty("query").GetString(), result.GetProperty("documents").GetInt32()).ShouldBe(("manager", 1));
    }

    [Fact]
    public async Task Page_IsFoundByItsTextAndSaysWhatItsLinesAre()
    {
        _folder.Write("docs/a.html", "<html><head><style>.refund{}</style></head><body>\n\n\n<h1>Refunds</h1><h2>Limits</h2><p>The <b>man</b>ager approves.</p></body></html>");
        await IndexAsync();

        CliResult result = (await RunAsync("manager", "--index", "docs")).ShouldExitWith(0);

        result.Output.ShouldStartWith("1. a.html:1-5 (of the text without tags)  score ");
        result.Output.ShouldContain("Refunds > Limits");
        (await RunAsync("style body", "--index", "docs")).ShouldExitWith(0).Output.ShouldContain("Nothing found in 1 files.");
    }

    [Fact]
    public async Task Index_IsFoundFromAFolderBelow()
    {
        _folder.Write("docs/a.md", "The manager approves a refund.");
        _folder.Write("docs/deep/er/b.md", "The clerk grants leave.");
        await IndexAsync();

        (await CliProcess.RunAsync(_folder["docs/deep/er"], ["search", "refund"])).ShouldExitWith(0).Output.ShouldStartWith("1. a.md:1");
    }

    [Fact]
    public async Task Top_IsTheMostHits()
    {
        for (int number = 0; number < 8; number++)
        {
            _folder.Write($"docs/{number}.md", "The manager approves a refund.");
        }

        await IndexAsync();

        (await FilesAsync("refund")).Length.ShouldBe(5);
        (await FilesAsync("refund", "--top", "7")).Length.ShouldBe(7);
    }

    [Fact]
    public async Task Filter_ChoosesFiles()
    {
        foreach (string name in (string[])["a.md", "guide/b.md", "guide/deep/c.TXT", "guides/d.md"])
        {
            _folder.Write($"docs/{name}", "The manager approves a refund.");
        }

        await IndexAsync();

        (await FilesAsync("refund", "--filter", "extension=.txt")).ShouldBe(["guide/deep/c.TXT"]);
        (await FilesAsync("refund", "--filter", "folder=guide/")).ShouldBe(["guide/b.md", "guide/deep/c.TXT"]);
        (await FilesAsync("refund", "--filter", "folder=guide", "--filter", "extension=md")).ShouldBe(["guide/b.md"]);
        (await FilesAsync("refund", "--filter", "name=a.md", "--filter", "name=d.md")).ShouldBe(["a.md", "guides/d.md"]);
        (await FilesAsync("refund", "--filter", "folder=.")).Length.ShouldBe(4);
        (await FilesAsync("refund", "--filter", "name=none.md")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("There is no index in", "refund")]
    [InlineData("Run llmaspects index FOLDER first", "refund", "--index", "docs")]
    [InlineData("There is no index 'missing.db'", "refund", "--index", "missing.db")]
    [InlineData("is no index of this tool, or is damaged", "refund", "--index", "text.md")]
    [InlineData("The query is empty", " ")]
    [InlineData("'--nope' is not an option of search", "--nope")]
    [InlineData("--top needs a number from 1 to 1000", "refund", "--top", "0")]
    [InlineData("--strategy is words, vectors or hybrid", "refund", "--strategy", "bm25")]
    [InlineData("--filter needs KEY=VALUE with one of the keys extension, folder, name", "refund", "--filter", "lang=en")]
    [InlineData("--filter needs KEY=VALUE", "refund", "--filter", "name=")]
    public async Task WrongInput_IsExplained(string message, params string[] arguments)
    {
        _folder.Write("text.md", new string('x', 5_000));
        _folder.Write("docs/a.md", "text");

        CliResult result = (await RunAsync(arguments)).ShouldExitWith(ExitCodes.Usage);

        result.Error.ShouldContain(message);
        Directory.Exists(_folder["docs/.llmaspects"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DamagedIndex_IsExplained(bool truncated)
    {
        for (int number = 0; number < 20; number++)
        {
            _folder.Write($"docs/{number}.md", string.Concat(Enumerable.Repeat($"The manager approves refund {number}. ", 100)));
        }

        await IndexAsync();
        Damage(_folder["docs/.llmaspects/index.db"], truncated);

        foreach (string[] command in (string[][])[["search", "refund", "--index", "docs"], ["index", "docs"]])
        {
            (await CliProcess.RunAsync(_folder.Root, command)).ShouldExitWith(ExitCodes.Usage).Error.ShouldContain("is damaged");
        }
    }

    [Fact]
    public async Task Help_NamesOptionsAndExamples()
    {
        CliResult result = (await CliProcess.RunAsync(_folder.Root, ["search", "--help"])).ShouldExitWith(0);

        foreach (string part in (string[])["llmaspects search", "<query>", "--index", "--top", "--strategy", "words|vectors|hybrid", "--filter", "--json", "llmaspects index handbook"])
        {
            result.Output.ShouldContain(part);
        }
    }

    private static void Damage(string file, bool truncated)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (truncated)
        {
            File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
            return;
        }

        // All but the first page, which says what the file is.
        bytes.AsSpan(4096).Fill(0x5A);
        File.WriteAllBytes(file, bytes);
    }

    private async Task IndexAsync() => (await CliProcess.RunAsync(_folder.Root, ["index", "docs"])).ShouldExitWith(0);

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, ["search", .. arguments]);

    private async Task<string?[]> FilesAsync(string query, params string[] arguments)
    {
        CliResult result = (await RunAsync([query, "--index", "docs", "--json", .. arguments])).ShouldExitWith(0);
        return [.. JsonElement.Parse(result.Output).GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("file").GetString()).Order(StringComparer.Ordinal)];
    }
}
