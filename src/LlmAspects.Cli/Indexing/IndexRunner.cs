using System.Globalization;
using LlmAspects.Cli.Documents;
using LlmAspects.Cli.Reports;
using LlmAspects.Cli.Terminal;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Sqlite;

namespace LlmAspects.Cli.Indexing;

/// <summary>The <c>index</c> command from its options to its exit code.</summary>
/// <param name="terminal">Where people read; with JSON, the error stream.</param>
/// <param name="output">Where programs read.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class IndexRunner(ITerminal terminal, TextWriter output, string currentFolder, TimeProvider timeProvider)
{
    public async Task<int> RunAsync(IndexOptions options, CancellationToken cancellationToken)
    {
        string folder = DocumentFolder.Existing(options.Folder, currentFolder, "index");
        string file = IndexFile.For(folder, options.Index, currentFolder);
        if (!File.Exists(file))
        {
            RequireFiles(folder, options.Limits, cancellationToken);
        }

        var reader = new FolderReader(folder, options.Limits);
        IndexSummary summary = await IndexErrors.ExplainAsync(file, () => IndexAsync(options, reader, folder, file, cancellationToken)).ConfigureAwait(false);
        DocumentFolder.ShowSkipped(terminal, reader.Skipped, options.Limits);
        if (options.Json)
        {
            await output.WriteLineAsync(IndexingJson.Write(summary)).ConfigureAwait(false);
        }
        else
        {
            Show(summary);
        }

        return ExitCodes.Success;
    }

    /// <summary>A folder without a text file gets no index.</summary>
    private void RequireFiles(string folder, ReadLimits limits, CancellationToken cancellationToken)
    {
        var reader = new FolderReader(folder, limits);
        if (!reader.ReadFiles(cancellationToken).Any())
        {
            DocumentFolder.ShowSkipped(terminal, reader.Skipped, limits);
            throw DocumentFolder.Nothing(folder, reader.Skipped);
        }
    }

    private async Task<IndexSummary> IndexAsync(IndexOptions options, FolderReader reader, string folder, string file, CancellationToken cancellationToken)
    {
        IndexFile.CreateFolder(file);
        using var store = SqliteRetrievalStore.Open(file);
        var before = new Dictionary<string, StoredEntry>(StringComparer.Ordinal);
        string root = FolderPath.Relative(FolderPath.Real(Path.GetDirectoryName(file)!), FolderPath.Real(folder));
        await foreach (StoredEntry entry in store.ReadEntriesAsync(cancellationToken).ConfigureAwait(false))
        {
            RequireSameFolder(entry, root, file);
            before.Add(entry.Id, entry);
        }

        var recipe = new IndexRecipe(root, options.Vectors || before.Values.Any(IndexRecipe.HasVectors));
        using FeatureHashingEmbeddingGenerator? embedder = recipe.Vectors ? new() : null;
        var indexer = new FolderIndexer(store, new ContextRetriever(new SemanticChunker(), embedder: embedder), recipe);
        long start = timeProvider.GetTimestamp();
        await RunAsync(indexer, before, reader, start, cancellationToken).ConfigureAwait(false);
        return new IndexSummary(
            file, folder, indexer.Changes, reader.Bytes, timeProvider.GetElapsedTime(start).TotalSeconds, recipe.Vectors, SkippedReport.Of(reader.Skipped, options.Limits));
    }

    private static void RequireSameFolder(StoredEntry entry, string root, string file)
    {
        string? other = IndexRecipe.RootOf(entry);
        if (other != root || entry.Tenant.Length > 0)
        {
            string content = other is null ? "documents that another program stored" : $"the folder '{Path.GetFullPath(other, Path.GetDirectoryName(file)!)}'";
            throw new CliException($"The index '{file}' holds {content}. One index holds one folder: name another file with --index.", ExitCodes.Usage);
        }
    }

    private async Task RunAsync(FolderIndexer indexer, IReadOnlyDictionary<string, StoredEntry> before, FolderReader reader, long start, CancellationToken cancellationToken)
    {
        try
        {
            await terminal.RunWithStatusAsync(
                "Indexing",
                progress => Task.Run(
                    () => indexer.RunAsync(
                        before,
                        reader,
                        reader.ReadFiles(cancellationToken),
                        () => progress.Report(Amount(indexer.Changes.Files, reader.Bytes, timeProvider.GetElapsedTime(start).TotalSeconds)),
                        cancellationToken),
                    cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Notice(string.Create(
                CultureInfo.InvariantCulture, $"Stopped. {indexer.Changes.Added + indexer.Changes.Changed:N0} files were stored and can be searched; the next run goes on from there."));
            throw;
        }
    }

    private void Show(IndexSummary summary)
    {
        IndexChanges changes = summary.Changes;
        terminal.Text(string.Create(
            CultureInfo.InvariantCulture,
            $"Indexed {TerminalText.Line(summary.Folder)}: {changes.Added:N0} new, {changes.Changed:N0} changed, {changes.Unchanged:N0} unchanged, {changes.Removed:N0} removed"));
        if (changes.Kept > 0)
        {
            terminal.Notice(string.Create(CultureInfo.InvariantCulture, $"{changes.Kept:N0} files could not be read this time and stay in the index as they were."));
        }

        terminal.Detail($"{Amount(changes.Files, summary.Bytes, summary.Seconds)}; {summary.Changes.Pieces.ToString("N0", CultureInfo.InvariantCulture)} pieces stored");
        terminal.Text($"Index: {TerminalText.Line(summary.Index)}");
    }

    private static string Amount(int files, long bytes, double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{files:N0} files, {ByteSize.Format(bytes)}, {bytes / 1e6 / Math.Max(seconds, 0.001):0.0} MB/s");
}
