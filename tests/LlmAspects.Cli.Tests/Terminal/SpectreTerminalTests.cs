using LlmAspects.Cli.Terminal;
using Spectre.Console;

namespace LlmAspects.Cli.Tests.Terminal;

public sealed class SpectreTerminalTests
{
    [Theory]
    [InlineData("[x].md")]
    [InlineData("[red]")]
    [InlineData("[/]")]
    [InlineData("[[")]
    public async Task TextThatLooksLikeMarkup_IsShownAsItIs(string text)
    {
        var written = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(written) });
        var terminal = new SpectreTerminal(console, console);

        terminal.Heading(text);
        terminal.Text(text);
        terminal.Detail(text);
        terminal.Notice(text);
        terminal.Error(text);
        await terminal.RunWithProgressAsync(text, 1, _ => Task.CompletedTask);
        await terminal.RunWithStatusAsync(text, status =>
        {
            status.Report(text);
            return Task.CompletedTask;
        });

        written.ToString().Split(text).Length.ShouldBeGreaterThan(6);
    }
}
