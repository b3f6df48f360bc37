namespace LlmAspects.Cli.Terminal;

/// <summary>Where the command writes for people. Every text is made harmless by the terminal, so that no caller can forget it.</summary>
internal interface ITerminal
{
    /// <summary>The title of a part.</summary>
    void Heading(string text);

    /// <summary>Ordinary text; keeps its lines.</summary>
    void Text(string text);

    /// <summary>A line of minor importance.</summary>
    void Detail(string text);

    /// <summary>Something that the reader should notice.</summary>
    void Notice(string text);

    /// <summary>An error, on the error stream.</summary>
    void Error(string text);

    /// <summary>Runs work that reports how many of <paramref name="total"/> items are done.</summary>
    Task RunWithProgressAsync(string title, int total, Func<IProgress<int>, Task> work);

    /// <summary>Runs work that reports in words how far it is; shown on an interactive terminal only.</summary>
    Task RunWithStatusAsync(string title, Func<IProgress<string>, Task> work);
}
