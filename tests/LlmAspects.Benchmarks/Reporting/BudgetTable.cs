namespace LlmAspects.Benchmarks.Reporting;

/// <summary>Writes rows as a Markdown table, aligned so that a terminal shows it as well.</summary>
internal static class BudgetTable
{
    private static readonly string[] Headers = ["Path", "Reference", "Measured", "Budget", "Verdict"];

    /// <summary>Without a row there is no proof, so an empty table fails as well.</summary>
    public static bool IsWithinBudgets(IReadOnlyCollection<BudgetRow> rows) => rows.Count > 0 && rows.All(static row => row.Verdict != Verdict.Missed);

    public static string Write(IEnumerable<BudgetRow> rows)
    {
        string[][] lines = [Headers, .. rows.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Headers.Length).Select(column => lines.Max(line => line[column].Length))];
        string[] rule = [.. widths.Select(static width => new string('-', width))];
        return string.Concat(lines.Take(1).Append(rule).Concat(lines.Skip(1)).Select(line => Line(line, widths)));
    }

    private static string[] Cells(BudgetRow row) => [row.Path, row.Reference, row.Measured, row.Budget, Word(row.Verdict)];

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Missed => "MISSED",
        _ => "peer",
    };

    private static string Line(string[] cells, int[] widths) => "| " + string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column]))) + " |\n";
}
