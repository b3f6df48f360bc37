using System.Globalization;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Indexing;

/// <summary>The <c>search</c> command from its options to its exit code.</summary>
/// <param name="terminal">Where people read; with JSON, the error stream.</param>
/// <param name="output">Where programs read.</param>
/// <param name="currentFolder">Where relative paths and the search for an index begin.</param>
internal sealed class SearchRunner(ITerminal terminal, TextWriter output, string currentFolder)
{
    public async Task<int> RunAsync(SearchOptions options, CancellationToken cancellationToken)
    {
        string file = IndexFile.Find(options.Index, currentFolder);
        SearchResult? result = null;
        await terminal.RunWithStatusAsync("Searching", _ => Task.Run(
            async () => result = await IndexErrors.ExplainAsync(file, () => IndexSearcher.SearchAsync(file, options, cancellationToken)).ConfigureAwait(false),
            cancellationToken)).ConfigureAwait(false);
        if (options.Json)
        {
            await output.WriteLineAsync(IndexingJson.Write(result!)).ConfigureAwait(false);
        }
        else
        {
            Show(result!);
        }

        return ExitCodes.Success;
    }

    private void Show(SearchResult result)
    {
        if (result.Hits.Count == 0)
        {
            terminal.Text(string.Create(CultureInfo.InvariantCulture, $"Nothing found in {result.Documents:N0} files."));
        }

        foreach (SearchHit hit in result.Hits)
        {
            string lines = hit.StartLine == hit.EndLine ? $"{hit.StartLine}" : $"{hit.StartLine}-{hit.EndLine}";
            string path = hit.HeaderPath is { } headings ? $"  {TerminalText.Line(headings)}" : "";
            string extracted = hit.Extracted ? " (of the text without tags)" : "";
            terminal.Text(string.Create(CultureInfo.InvariantCulture, $"{hit.Rank}. {TerminalText.Line(hit.File)}:{lines}{extracted}  score {hit.Score:0.0000}{path}"));
            terminal.Detail($"   {hit.Snippet}");
        }
    }
}
