using System.Text;

namespace LlmAspects.Cli.Terminal;

/// <summary>Rows of cells as lines of text: each column as wide as its widest cell.</summary>
internal static class TextColumns
{
    /// <summary>Appends the rows.</summary>
    /// <param name="text">Where they go.</param>
    /// <param name="names">How many columns at the beginning are names, which stand at the left; what follows are numbers, at the right.</param>
    /// <param name="rows">The rows, the titles first; all of the same length.</param>
    public static void Append(StringBuilder text, int names, params IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column < names ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }
}
