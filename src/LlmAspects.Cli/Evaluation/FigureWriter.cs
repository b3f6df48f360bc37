using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Writes the figures of an evaluation: a table for people, and JSON for programs.</summary>
/// <param name="terminal">Where people read; the error stream while a program reads standard output.</param>
/// <param name="output">Standard output.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class FigureWriter(ITerminal terminal, TextWriter output, string currentFolder)
{
    /// <summary>Writes figures with the table that all have in common.</summary>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public void Write(FigureOutput to, IReadOnlyList<EvalFigure> figures) => Write(to, figures, () => EvalFigureTable.Write(figures));

    /// <summary>Writes figures.</summary>
    /// <param name="to">Where they go.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="table">Makes the table for people.</param>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public void Write(FigureOutput to, IReadOnlyList<EvalFigure> figures, Func<string> table)
    {
        if (to.IsForProgram)
        {
            output.WriteLine(EvalFigureJson.Write(figures));
            return;
        }

        terminal.Text(table().TrimEnd());
        WriteFile(to.File, "Figures", () => EvalFigureJson.Write(figures));
    }

    /// <summary>Writes a file and says where it is; without a name it does nothing.</summary>
    /// <exception cref="CliException">It cannot be written.</exception>
    public void WriteFile(string? name, string what, Func<string> text)
    {
        if (name is not null)
        {
            string file = Path.GetFullPath(name, currentFolder);
            OutputFile.Write(file, text(), $"The {what.ToLowerInvariant()}");
            terminal.Text($"{what}: {file}");
        }
    }
}
