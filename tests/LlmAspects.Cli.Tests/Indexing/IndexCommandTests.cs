using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LlmAspects.Cli.Tests.Indexing;

public sealed class IndexCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SecondRun_StoresNothing()
    {
        _folder.Write("docs/a.md", "# Refunds\nThe manager approves a refund.");
        _folder.Write("docs/b.html", "<h1>Leave</h1><p>The clerk grants leave.");
        CliResult first = (await RunAsync("index", "docs")).ShouldExitWith(0);
        byte[] index = File.ReadAllBytes(_folder["docs/.llmaspects/index.db"]);

        CliResult second = (await RunAsync("index", "docs")).ShouldExitWith(0);

        first.Output.ShouldContain("2 new, 0 changed, 0 unchanged, 0 removed");
        second.Output.ShouldContain("0 new, 0 changed, 2 unchanged, 0 removed");
        second.Output.ShouldContain("; 0 pieces stored");
        File.ReadAllBytes(_folder["docs/.llmaspects/index.db"]).ShouldBe(index);
        File.ReadAllText(_folder["docs/.llmaspects/.gitignore"]).ShouldBe("*\n");
    }

    [Fact]
    public async Task RedirectedOutput_HasNoProgress()
    {
        _folder.Write("docs/a.md", "The manager approves a refund.");

        CliResult result = (await RunAsync("index", "docs")).ShouldExitWith(0);

        result.Output.TrimEnd().Split('\n').Length.ShouldBe(4, result.Output);
        result.Error.ShouldBe("");
    }

    [Fact]
    public async Task ChangedFile_IsReplacedAndVanishedOneRemoved()
    {
        _folder.Write("docs/a.md", "The manager approves a refund.");
        _folder.Write("docs/b.md", "The clerk grants leave.");
        _folder.Write("docs/c.md", "The cook makes lunch.");
        (await RunAsync("index", "docs")).ShouldExitWith(0);
        _folder.Write("docs/a.md", "The director approves a refund.");
        _folder.Write("docs/d.md", "The guard opens the gate.");
        File.Delete(_folder["docs/b.md"]);

        JsonElement changes = await ChangesAsync();

        (Of(changes, "added"), Of(changes, "changed"), Of(changes, "unchanged"), Of(changes, "removed")).ShouldBe((1, 1, 1, 1));
        (await SearchAsync("manager clerk")).ShouldBeEmpty();
        (await SearchAsync("director")).ShouldBe(["a.md"]);
        (await SearchAsync("gate")).ShouldBe(["d.md"]);
        (await SearchAsync("lunch")).ShouldBe(["c.md"]);
    }

    [Fact]
    public async Task FileThatIsEmptyNow_IsRemoved()
    {
        _folder.Write("docs/a.md", "The manager approves a refund.");
        _folder.Write("docs/b.html", "<p>The clerk grants leave.");
        (await RunAsync("index", "docs")).ShouldExitWith(0);
        _folder.Write("docs/a.md", " ");
        _folder.Write("docs/b.html", "<p>");

        Of(await ChangesAsync(), "removed").ShouldBe(2);
    }

    [Fact]
    public async Task BinaryAndOversizeFiles_AreReported()
    {
        _folder.Write("docs/a.md", "The manager approves a refund.");
        _folder.Write("docs/b.bin", "a\0b");
        _folder.Write("docs/c.txt", new string('x', 2_000));

        CliResult result = (await RunAsync("index", "docs", "--max-file", "1kB")).ShouldExitWith(0);

        result.Output.ShouldContain("1 not text in UTF-8 (b.bin)");
        result.Output.ShouldContain("1 larger than 1 kB (--max-file) (c.txt)");
        JsonElement[] skipped = [.. JsonElement.Parse((await RunAsync("index", "docs", "--json", "--max-file", "1kB")).Output).GetProperty("skipped").EnumerateArray()];
        skipped.Select(static entry => entry.GetProperty("examples")[0].GetString()).ShouldBe([".llmaspects", "b.bin", "c.txt"]);
    }

    [Fact]
    public async Task MovedFolder_TakesItsIndexAlong()
    {
        _folder.Write("docs/a.md", "The manager approves a refund.");
        (await RunAsync("index", "docs")).ShouldExitWith(0);
        Directory.Move(_folder["docs"], _folder["moved"]);

        (await RunAsync("index", "moved")).ShouldExitWith(0).Output.ShouldContain("0 new, 0 changed, 1 unchanged, 0 removed");
    }

    [Fact]
    public async Task OneIndexForTwoFolders_IsRefused()
    {
        _folder.Write("a/a.md", "The manager approves a refund.");
        _folder.Write("b/b.md", "The clerk grants leave.");
        (await RunAsync("index", "a", "--index", "shared.db")).ShouldExitWith(0);

        CliResult result = (await RunAsync("index", "b", "--index", "shared.db")).ShouldExitWith(ExitCodes.Usage);

        result.Error.ShouldContain("One index holds one folder");
        result.Error.ShouldContain(Path.Combine(Path.GetFileName(_folder.Root), "a"));
        (await RunAsync("search", "manager", "--index", "shared.db")).Output.ShouldContain("a.md:1");
    }

    [Fact]
    public async Task Vectors_StayOnceTheyAreThere()
    {
        _folder.Write("docs/a.md", "The manager approves a refund.");
        (await RunAsync("index", "docs")).ShouldExitWith(0);
        (await RunAsync("search", "refund", "--index", "docs", "--strategy", "hybrid")).ShouldExitWith(ExitCodes.Usage).Error.ShouldContain("--vectors");

        (await RunAsync("index", "docs", "--vectors")).ShouldExitWith(0).Output.ShouldContain("0 new, 1 changed");
        _folder.Write("docs/b.md", "The clerk grants leave.");
        (await RunAsync("index", "docs")).ShouldExitWith(0).Output.ShouldContain("1 new, 0 changed, 1 unchanged");

        foreach (string strategy in (string[])["words", "vectors", "hybrid"])
        {
            (await RunAsync("search", "leave", "--index", "docs", "--strategy", strategy)).ShouldExitWith(0).Output.ShouldStartWith("1. b.md:1");
        }
    }

    [Theory]
    [InlineData("The folder 'missing' does not exist", "missing")]
    [InlineData("is a file; index takes the folder around it", "file.md")]
    [InlineData("is empty", "empty")]
    [InlineData("every entry was left out", "hidden")]
    [InlineData("'--nope' is not an option of index", "--nope")]
    [InlineData("is a folder; --index names a file", "docs", "--index", "empty")]
    [InlineData("--index needs the name of a file", "docs", "--index", "")]
    [InlineData("is no index of this tool", "docs", "--index", "file.md")]
    [InlineData("is a database of something else", "docs", "--index", "other.db")]
    [InlineData("Required argument 'folder' missing")]
    public async Task WrongInput_IsExplainedAndChangesNothing(string message, params string[] arguments)
    {
        _folder.Write("file.md", "text");
        _folder.Write("docs/a.md", "text");
        _folder.Write("hidden/.secret.md", "text");
        Directory.CreateDirectory(_folder["empty"]);
        CreateDatabase();
        byte[] database = File.ReadAllBytes(_folder["other.db"]);

        CliResult result = (await RunAsync(["index", .. arguments])).ShouldExitWith(ExitCodes.Usage);

        result.Error.ShouldContain(message);
        File.ReadAllText(_folder["file.md"]).ShouldBe("text");
        File.ReadAllBytes(_folder["other.db"]).ShouldBe(database);
        Directory.Exists(_folder["empty/.llmaspects"]).ShouldBeFalse();
        Directory.Exists(_folder["hidden/.llmaspects"]).ShouldBeFalse();
    }

    [FactOnUnix]
    public async Task PlaceThatCannotBeWritten_IsNamed()
    {
        _folder.Write("docs/a.md", "text");
        _folder.Write("docs/.llmaspects", "a file where the folder should be");

        (await RunAsync("index", "docs")).ShouldExitWith(ExitCodes.Failure).Error.ShouldContain("--index names another place");
    }

    [FactOnUnix]
    public async Task OutputThatCannotBeWritten_IsNotBlamedOnTheIndex()
    {
        _folder.Write("docs/a.md", "text");

        CliResult result = (await CliProcess.RunInShellAsync(_folder.Root, "{0} index docs >&-")).ShouldExitWith(ExitCodes.Failure);

        result.Error.ShouldStartWith("error: ");
        result.Error.ShouldNotContain("The index");
    }

    private void CreateDatabase()
    {
        using var connection = new SqliteConnection($"Data Source={_folder["other.db"]};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE bookmarks (url TEXT)";
        command.ExecuteNonQuery();
    }

    private static int Of(JsonElement changes, string name) => changes.GetProperty(name).GetInt32();

    private async Task<JsonElement> ChangesAsync() => JsonElement.Parse((await RunAsync("index", "docs", "--json")).ShouldExitWith(0).Output).GetProperty("changes");

    private async Task<IEnumerable<string?>> SearchAsync(string query) =>
        JsonElement.Parse((await RunAsync("search", query, "--index", "docs", "--json")).ShouldExitWith(0).Output)
            .GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("file").GetString());

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
