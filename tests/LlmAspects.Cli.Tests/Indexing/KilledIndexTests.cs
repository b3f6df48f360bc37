using System.Text.Json;
using LlmAspects.Components.Sqlite;

namespace LlmAspects.Cli.Tests.Indexing;

public sealed class KilledIndexTests : IDisposable
{
    private const int Files = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactOnUnix]
    public async Task KilledInTheMiddle_IsSearchedAndGoesOn()
    {
        using CliProcess process = await StartAsync();
        process.Kill();
        (await process.WaitAsync()).ExitCode.ShouldBe(137);

        await ShouldGoOnAsync();
    }

    [FactOnUnix]
    public async Task CtrlCInTheMiddle_SaysWhatIsStoredAndGoesOn()
    {
        using CliProcess process = await StartAsync();
        process.Interrupt();
        (await process.WaitAsync()).ShouldExitWith(ExitCodes.Cancelled).Output.ShouldContain("the next run goes on from there");

        await ShouldGoOnAsync();
    }

    /// <summary>Starts to index many files and returns as soon as one is stored.</summary>
    private async Task<CliProcess> StartAsync()
    {
        string filler = string.Join('\n', Enumerable.Range(0, 200).Select(static line => $"Line {line} with words that are stored, one after another."));
        for (int number = 0; number < Files; number++)
        {
            _folder.Write($"docs/{number:0000}.md", $"The animal is zebra{number:0000}.\n{filler}");
        }

        CliProcess process = CliProcess.Start(_folder.Root, ["index", "docs"]);
        using var patience = new CancellationTokenSource(Patience);
        while (await CountAsync() == 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return process;
    }

    private async Task ShouldGoOnAsync()
    {
        int stored = await CountAsync();
        stored.ShouldBeInRange(1, Files - 1);
        (await CliProcess.RunAsync(_folder.Root, ["search", "zebra0000", "--index", "docs"])).ShouldExitWith(0).Output.ShouldContain("0000.md:1");

        CliResult again = (await CliProcess.RunAsync(_folder.Root, ["index", "docs", "--json"])).ShouldExitWith(0);

        JsonElement changes = JsonElement.Parse(again.Output).GetProperty("changes");
        (changes.GetProperty("unchanged").GetInt32(), changes.GetProperty("added").GetInt32()).ShouldBe((stored, Files - stored));
        (await CliProcess.RunAsync(_folder.Root, ["search", "zebra0999", "--index", "docs"])).ShouldExitWith(0).Output.ShouldContain("0999.md:1");
    }

    private async Task<int> CountAsync()
    {
        string file = _folder["docs/.llmaspects/index.db"];
        int count = 0;
        if (File.Exists(file) && new FileInfo(file).Length > 0)
        {
            using var store = SqliteRetrievalStore.Open(file);
            await foreach (StoredEntry _ in store.ReadEntriesAsync())
            {
                count++;
            }
        }

        return count;
    }
}
