using System.Globalization;

namespace LlmAspects.Cli.Terminal;

/// <summary>Lines for files, pipes and logs: no colour, no cursor movement.</summary>
internal sealed class PlainTerminal(TextWriter output, TextWriter error) : ITerminal
{
    public void Heading(string text) => output.WriteLine($"{Environment.NewLine}## {TerminalText.Line(text)}");

    public void Text(string text) => output.WriteLine(TerminalText.Block(text));

    public void Detail(string text) => output.WriteLine(TerminalText.Line(text));

    public void Notice(string text) => output.WriteLine($"note: {TerminalText.Line(text)}");

    public void Error(string text) => error.WriteLine($"error: {TerminalText.Block(text)}");

    public async Task RunWithProgressAsync(string title, int total, Func<IProgress<int>, Task> work)
    {
        await work(new Lines(output, title, total)).ConfigureAwait(false);
    }

    public Task RunWithStatusAsync(string title, Func<IProgress<string>, Task> work) => work(new Silence());

    private sealed class Silence : IProgress<string>
    {
        public void Report(string value)
        {
            // A status that changes is nothing for a file.
        }
    }

    /// <summary>One line at each tenth of the way.</summary>
    private sealed class Lines(TextWriter output, string title, int total) : IProgress<int>
    {
        private readonly Lock _gate = new();
        private int _tenths;

        public void Report(int value)
        {
            lock (_gate)
            {
                int tenths = total > 0 ? value * 10 / total : 10;
                if (tenths > _tenths)
                {
                    _tenths = tenths;
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {value} of {total}"));
                }
            }
        }
    }
}
