using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Documents;

/// <summary>What is said of the folder that somebody named.</summary>
internal static class DocumentFolder
{
    /// <summary>The full path of a folder.</summary>
    /// <param name="name">The name as it was given.</param>
    /// <param name="currentFolder">Where relative paths begin.</param>
    /// <param name="what">What takes the folder, for the message: "--docs".</param>
    /// <exception cref="CliException">There is no such folder.</exception>
    public static string Existing(string name, string currentFolder, string what)
    {
        string path = Path.GetFullPath(name, currentFolder);
        if (Directory.Exists(path))
        {
            return path;
        }

        string problem = File.Exists(path) ? $"is a file; {what} takes the folder around it" : "does not exist, or may not be opened";
        throw new CliException($"The folder '{name}' {problem}.", ExitCodes.Usage);
    }

    /// <summary>Shows what was left out, a line a reason.</summary>
    public static void ShowSkipped(ITerminal terminal, SkipLog skipped, ReadLimits limits)
    {
        foreach (string line in skipped.Describe(limits))
        {
            terminal.Detail($"  not read: {line}");
        }
    }

    /// <summary>Says why a folder gave no document.</summary>
    public static CliException Nothing(string source, SkipLog skipped) => new(
        skipped.Count == 0
            ? $"The folder '{source}' is empty: there is nothing to search in."
            : skipped.CountOf(SkipReason.Unreadable) > 0
                ? $"Nothing in '{source}' could be read: some of it may not be opened by this user (see the list above)."
                : $"Nothing in '{source}' can be searched: every entry was left out (see the list above).",
        ExitCodes.Usage);
}
