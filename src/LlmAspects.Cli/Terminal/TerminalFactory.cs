using Spectre.Console;

namespace LlmAspects.Cli.Terminal;

/// <summary>Chooses between an interactive terminal and plain lines.</summary>
internal static class TerminalFactory
{
    public static ITerminal Create() =>
        Console.IsOutputRedirected || Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb"
            ? new PlainTerminal(Console.Out, Console.Error)
            : new SpectreTerminal(AnsiConsole.Console, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    /// <summary>Plain lines that leave standard output alone.</summary>
    public static ITerminal CreateOnErrorStream() => new PlainTerminal(Console.Error, Console.Error);
}
