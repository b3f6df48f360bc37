using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>Measures the budgets, prints the table and says by the exit code whether they hold.</summary>
internal static class BudgetsCommand
{
    private const int OutsideBudget = 1;
    private const int WrongArguments = 2;
    private const int Cancelled = 130;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        try
        {
            var options = BudgetsOptions.Parse(arguments);
            if (options.IsHelp)
            {
                Console.WriteLine(BudgetsOptions.Help);
                return 0;
            }

            return Measure(options);
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return WrongArguments;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Cancelled.");
            return Cancelled;
        }
    }

    private static int Measure(BudgetsOptions options)
    {
        using var cancellation = new CancellationTokenSource();
        ConsoleCancelEventHandler cancel = (_, pressed) =>
        {
            pressed.Cancel = true;
            cancellation.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            return Report(options, MeasureAll(options, new RatioRunner(options.Rounds, cancellation.Token)));
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static List<BudgetRow> MeasureAll(BudgetsOptions options, RatioRunner runner)
    {
        var rows = new List<BudgetRow>();
        foreach (var budget in BudgetCatalogue.All.Where(budget => budget.Name.Contains(options.Filter, StringComparison.OrdinalIgnoreCase)))
        {
            Console.Error.WriteLine($"measuring: {budget.Name}");
            rows.AddRange(budget.Measure(runner));
        }

        return rows;
    }

    private static int Report(BudgetsOptions options, List<BudgetRow> rows)
    {
        var table = BudgetTable.Write(rows);
        Console.Write(table);
        if (options.MarkdownFile is { } file)
        {
            File.WriteAllText(file, table);
        }

        if (BudgetTable.IsWithinBudgets(rows))
        {
            return 0;
        }

        Console.Error.WriteLine(rows.Count == 0 ? "No group has that name." : "Outside the budget.");
        return OutsideBudget;
    }
}
