using Spectre.Console;

namespace LlmAspects.Cli.Terminal;

/// <summary>Colours and a progress bar on an interactive terminal. Texts are never parsed as markup.</summary>
internal sealed class SpectreTerminal(IAnsiConsole output, IAnsiConsole error) : ITerminal
{
    private static readonly Style HeadingStyle = new(Color.Aqua, decoration: Decoration.Bold);
    private static readonly Style DetailStyle = new(Color.Grey);
    private static readonly Style NoticeStyle = new(Color.Yellow);
    private static readonly Style ErrorStyle = new(Color.Red);

    public void Heading(string text)
    {
        output.WriteLine();
        Write(output, TerminalText.Line(text), HeadingStyle);
    }

    public void Text(string text) => Write(output, TerminalText.Block(text), Style.Plain);

    public void Detail(string text) => Write(output, TerminalText.Line(text), DetailStyle);

    public void Notice(string text) => Write(output, TerminalText.Line(text), NoticeStyle);

    public void Error(string text) => Write(error, $"error: {TerminalText.Block(text)}", ErrorStyle);

    public Task RunWithProgressAsync(string title, int total, Func<IProgress<int>, Task> work) =>
        output.Progress().AutoClear(true).StartAsync(async progress =>
        {
            ProgressTask task = progress.AddTask(Safe(title), maxValue: Math.Max(1, total));
            await work(new Bar(task)).ConfigureAwait(false);
            task.Value = task.MaxValue;
        });

    public Task RunWithStatusAsync(string title, Func<IProgress<string>, Task> work) =>
        output.Status().StartAsync(Safe(title), context => work(new StatusLine(context, title)));

    private static string Safe(string text) => Markup.Escape(TerminalText.Line(text));

    private static void Write(IAnsiConsole console, string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    private sealed class StatusLine(StatusContext context, string title) : IProgress<string>
    {
        public void Report(string value) => context.Status = Safe($"{title}: {value}");
    }
}
