using System.Globalization;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>The command line of <c>budgets</c>.</summary>
internal sealed record BudgetsOptions(int Rounds, string Filter, string? MarkdownFile, bool IsHelp)
{
    public const string Help = """
        budgets: measures the table of docs/performance.md; exit code 1 when a row is outside its budget.

          --rounds N        rounds of every group, 5 to 2001 (default 101)
          --filter TEXT     only the groups whose name contains TEXT
          --markdown FILE   writes the table to FILE as well
          --help            this text

        Without "budgets" the arguments go to BenchmarkDotNet.
        """;

    /// <exception cref="FormatException">An argument is unknown or has no valid value.</exception>
    public static BudgetsOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new BudgetsOptions(101, string.Empty, null, IsHelp: false);
        for (var index = 0; index < arguments.Length; index++)
        {
            if (arguments[index] is "--help" or "-h")
            {
                return options with { IsHelp = true };
            }

            options = options.With(arguments[index], index + 1 < arguments.Length ? arguments[index + 1] : null);
            index++;
        }

        return options;
    }

    private BudgetsOptions With(string name, string? value) => (name, value) switch
    {
        ("--rounds", { } text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds is >= 5 and <= 2001 => this with { Rounds = rounds },
        ("--filter", { Length: > 0 } text) => this with { Filter = text },
        ("--markdown", { Length: > 0 } file) => this with { MarkdownFile = file },
        _ => throw new FormatException($"'{name}' is not an option with a valid value. See --help."),
    };
}
