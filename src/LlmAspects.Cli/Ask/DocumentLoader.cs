using System.Globalization;
using LlmAspects.Cli.Documents;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Ask;

/// <summary>Finds and reads the documents that were named, and says what it read and what it left out.</summary>
/// <param name="terminal">Where it says so.</param>
/// <param name="currentFolder">Where relative paths and the search for a checkout begin.</param>
internal sealed class DocumentLoader(ITerminal terminal, string currentFolder)
{
    /// <summary>Reads the documents.</summary>
    /// <param name="docs">The folder; <see langword="null"/>: this product's documents.</param>
    /// <param name="limits">What is read at most.</param>
    /// <param name="reportFolder">Where the report goes; it is not read even if it lies in the folder.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The documents, at least one, and a name for where they came from.</returns>
    /// <exception cref="CliException">There is no such folder, or nothing in it can be read.</exception>
    public (FolderContents Contents, string Source) Load(string? docs, ReadLimits limits, string? reportFolder, CancellationToken cancellationToken)
    {
        string? folder = docs is null ? DocumentSource.FindRepositoryDocs(currentFolder) : Existing(docs);
        FolderContents contents = folder is null ? DocumentSource.ReadEmbedded() : FolderReader.Read(folder, limits, reportFolder, cancellationToken);
        string source = folder ?? "the documents inside this tool";
        terminal.Text(string.Create(CultureInfo.InvariantCulture, $"Documents: {contents.Documents.Count:N0} ({ByteSize.Format(contents.Bytes)}) from {TerminalText.Line(source)}"));
        foreach (string skipped in contents.Skipped.Describe(limits))
        {
            terminal.Detail($"  not read: {skipped}");
        }

        return contents.Documents.Count > 0 ? (contents, source) : throw Nothing(source, contents.Skipped);
    }

    private string Existing(string docs)
    {
        string path = Path.GetFullPath(docs, currentFolder);
        if (Directory.Exists(path))
        {
            return path;
        }

        string problem = File.Exists(path) ? "is a file; --docs takes the folder around it" : "does not exist, or may not be opened";
        throw new CliException($"The folder '{docs}' {problem}.", ExitCodes.Usage);
    }

    private static CliException Nothing(string source, SkipLog skipped) => new(
        skipped.Count == 0
            ? $"The folder '{source}' is empty: there is nothing to search in."
            : skipped.CountOf(SkipReason.Unreadable) > 0
                ? $"Nothing in '{source}' could be read: some of it may not be opened by this user (see the list above)."
                : $"Nothing in '{source}' can be searched: every entry was left out (see the list above).",
        ExitCodes.Usage);
}
