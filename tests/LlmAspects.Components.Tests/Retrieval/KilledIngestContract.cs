using System.Diagnostics;
using System.Globalization;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>What every store that outlives a process must do when that is killed.</summary>
public abstract class KilledIngestContract
{
    /// <summary>Where the program that adds documents finds the store.</summary>
    protected abstract IReadOnlyList<string> ProgramArguments { get; }

    /// <summary>Opens the store after the kill.</summary>
    protected abstract Task<IRetrievalStore> OpenAsync();

    [StoreTheory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(57)]
    public async Task KilledInTheMiddle_LosesAtMostTheDocumentInFlight(int afterDocuments)
    {
        int reported = await IngestAndKillAsync(afterDocuments);

        IRetrievalStore store = await OpenAsync();
        var retriever = new ContextRetriever(new SemanticChunker(), embedder: new FeatureHashingEmbeddingGenerator(), store: store);
        int loaded = await retriever.LoadAsync();

        // What was reported is there; one more may have been stored before it was reported.
        (loaded - reported).ShouldBeInRange(0, 1);
        IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(new RetrievalQuery($"line 199 document {reported - 1}") { Top = 1_000_000 });
        found.ShouldContain(chunk => chunk.DocumentId == $"d{reported - 1:000000}" && chunk.Text.Contains("Line 199 ", StringComparison.Ordinal));

        // The index goes on.
        await retriever.AddDocumentAsync(new SourceDocument("after", "written after the crash"));
        (await retriever.RetrieveAsync(new RetrievalQuery("crash"))).ShouldContain(chunk => chunk.DocumentId == "after");
    }

    /// <summary>Returns how many documents the process said were stored.</summary>
    private async Task<int> IngestAndKillAsync(int afterDocuments)
    {
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        using Process process = Process.Start(new ProcessStartInfo(host, ["exec", Path.Combine(AppContext.BaseDirectory, "LlmAspects.IngestProgram.dll"), .. ProgramArguments]) { RedirectStandardOutput = true })!;
        int reported = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            reported = int.Parse(line, CultureInfo.InvariantCulture) + 1;
            if (reported == afterDocuments)
            {
                // SIGKILL on Unix: nothing is closed or flushed.
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        reported.ShouldBeGreaterThanOrEqualTo(afterDocuments);
        return reported;
    }
}
