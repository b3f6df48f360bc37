using System.Globalization;
using LlmAspects.Cli.Terminal;
using LlmAspects.Errors;

namespace LlmAspects.Cli.Ask;

/// <summary>Shows the errors that the aspects recorded during the run.</summary>
internal static class ErrorSummary
{
    private const int Shown = 10;

    public static void Show(ITerminal terminal, ErrorAggregator errors)
    {
        if (errors.TotalCount == 0)
        {
            return;
        }

        terminal.Heading("Error report");
        terminal.Text(string.Create(CultureInfo.InvariantCulture, $"{errors.TotalCount} recorded, the most recent first:"));
        foreach (ErrorRecord error in errors.Recent(Shown))
        {
            string duration = error.DurationMilliseconds is { } milliseconds ? string.Create(CultureInfo.InvariantCulture, $" after {milliseconds:0.0} ms") : "";
            string path = error.Path.Count > 1 ? $" (path: {string.Join(" > ", error.Path)})" : "";
            terminal.Text($"  {error.ExceptionType} in {error.Component}.{error.Operation}{duration}{path}");
        }
    }
}
