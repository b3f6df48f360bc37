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
        string? folder = docs is null ? DocumentSource.FindRepositoryDocs(currentFolder) : DocumentFolder.Existing(docs, currentFolder, "--docs");
        FolderContents contents = folder is null ? DocumentSource.ReadEmbedded() : FolderReader.Read(folder, limits, reportFolder, cancellationToken);
        string source = folder ?? "the documents inside this tool";
        terminal.Text(string.Create(CultureInfo.InvariantCulture, $"Documents: {contents.Documents.Count:N0} ({ByteSize.Format(contents.Bytes)}) from {TerminalText.Line(source)}"));
        DocumentFolder.ShowSkipped(terminal, contents.Skipped, limits);

        return contents.Documents.Count > 0 ? (contents, source) : throw DocumentFolder.Nothing(source, contents.Skipped);
    }
}
