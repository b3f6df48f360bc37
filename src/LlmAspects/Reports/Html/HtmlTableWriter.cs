namespace LlmAspects.Reports.Html;

/// <summary>Tables that scroll in a region of their own, which the keyboard reaches.</summary>
internal static class HtmlTableWriter
{
    internal static void Write<TRow>(HtmlBuilder html, string caption, IReadOnlyList<TRow> rows, params ReadOnlySpan<HtmlColumn<TRow>> columns)
    {
        Open(html, caption);
        html.Raw("<thead><tr>");
        foreach (var column in columns)
        {
            html.Write($"<th scope=\"col\"{Class(column.Numeric)}>{column.Title}</th>");
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            WriteRow(html, row, columns);
        }

        Close(html);
    }

    internal static void Open(HtmlBuilder html, string caption) =>
        html.Write($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\"><table><caption>{caption}</caption>\n");

    internal static void Close(HtmlBuilder html) => html.Raw("</tbody></table></div>\n");

    private static void WriteRow<TRow>(HtmlBuilder html, TRow row, ReadOnlySpan<HtmlColumn<TRow>> columns)
    {
        html.Write($"<tr><th scope=\"row\">{columns[0].Cell(row)}</th>");
        foreach (var column in columns[1..])
        {
            html.Write($"<td{Class(column.Numeric)}>{column.Cell(row)}</td>");
        }

        html.Raw("</tr>\n");
    }

    private static HtmlClass Class(bool numeric) => numeric ? HtmlClass.Number : HtmlClass.None;
}
