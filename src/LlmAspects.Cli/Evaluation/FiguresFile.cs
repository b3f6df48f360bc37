using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>The file that somebody named for the figures of an evaluation.</summary>
internal static class FiguresFile
{
    /// <summary>Writes the file and says where it is; without a name it does nothing.</summary>
    /// <param name="terminal">Where people read.</param>
    /// <param name="currentFolder">Where relative paths begin.</param>
    /// <param name="name">The name; <see langword="null"/> when none was given.</param>
    /// <param name="json">Makes the text.</param>
    /// <exception cref="CliException">It cannot be written.</exception>
    public static void Write(ITerminal terminal, string currentFolder, string? name, Func<string> json)
    {
        if (name is null)
        {
            return;
        }

        string file = Path.GetFullPath(name, currentFolder);
        OutputFile.Write(file, json(), "The figures");
        terminal.Text($"Figures: {file}");
    }
}
