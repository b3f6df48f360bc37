using System.Text.Json;
using LlmAspects.Cli.Indexing;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Cli.Tests.Indexing;

public sealed class IndexRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CancelledInTheMiddle_KeepsWhatIsStoredAndGoesOn()
    {
        WriteFiles(3);
        using var cancellation = new CancellationTokenSource();
        var terminal = new StepTerminal(cancellation.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(RunAsync(terminal, cancellation.Token));

        terminal.Notices.ShouldHaveSingleItem().ShouldContain("1 files were stored");
        (await SearchAsync("zebra0")).Hits.ShouldHaveSingleItem().File.ShouldBe("0.md");
        (await SearchAsync("zebra1")).Hits.ShouldBeEmpty();
        JsonElement changes = await RunAsync(new StepTerminal(static () => { }), CancellationToken.None);
        (Number(changes, "added"), Number(changes, "unchanged"), Number(changes, "removed")).ShouldBe((2, 1, 0));
        (await SearchAsync("zebra2")).Hits.ShouldHaveSingleItem().File.ShouldBe("2.md");
    }

    [Fact]
    public async Task CancelledBeforeItsEnd_RemovesNothing()
    {
        WriteFiles(3);
        await RunAsync(new StepTerminal(static () => { }), CancellationToken.None);
        File.Delete(_folder["2.md"]);
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(RunAsync(new StepTerminal(cancellation.Cancel), cancellation.Token));

        (await SearchAsync("zebra2")).Hits.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FolderThatCannotBeReadThisTime_StaysInTheIndex()
    {
        WriteFiles(1);
        _folder.Write("sub/a.md", "The okapi lives here.");
        await RunAsync(new StepTerminal(static () => { }), CancellationToken.None);

        JsonElement changes = await RunAsync(new StepTerminal(() => Directory.Delete(_folder["sub"], recursive: true)), CancellationToken.None);

        (Number(changes, "kept"), Number(changes, "removed")).ShouldBe((1, 0));
        (await SearchAsync("okapi")).Hits.ShouldHaveSingleItem();
        Number(await RunAsync(new StepTerminal(static () => { }), CancellationToken.None), "removed").ShouldBe(1);
        (await SearchAsync("okapi")).Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_SaysFilesBytesAndSpeed()
    {
        WriteFiles(2);
        var terminal = new StepTerminal(() => _clock.Advance(TimeSpan.FromSeconds(1)));

        await RunAsync(terminal, CancellationToken.None);

        terminal.Steps.Count.ShouldBe(2);
        terminal.Steps[1].ShouldBe("2 files, 2 MB, 2.0 MB/s");
    }

    private static int Number(JsonElement changes, string name) => changes.GetProperty(name).GetInt32();

    /// <summary>Files of exactly a million bytes, each with a word of its own.</summary>
    private void WriteFiles(int count)
    {
        for (int number = 0; number < count; number++)
        {
            _folder.Write($"{number}.md", $"zebra{number}\n".PadRight(1_000_000));
        }
    }

    private async Task<JsonElement> RunAsync(StepTerminal terminal, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        await new IndexRunner(terminal, output, _folder.Root, _clock).RunAsync(new IndexOptions { Folder = ".", Json = true }, cancellationToken);
        return JsonElement.Parse(output.ToString()).GetProperty("changes");
    }

    private Task<SearchResult> SearchAsync(string query) =>
        IndexSearcher.SearchAsync(IndexFile.Find(null, _folder.Root), new SearchOptions { Query = query, Strategy = RetrievalStrategy.Bm25 }, CancellationToken.None);
}
