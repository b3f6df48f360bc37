using System.Globalization;
using System.Text;

namespace LlmAspects.Reports;

/// <summary>Makes data safe inside a line or a table cell of Markdown.</summary>
internal static class MarkdownText
{
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\r' or '\n' or '\t' => escaped.Append(' '),
                '\\' or '|' or '`' or '*' or '[' or ']' or '#' or '~' => escaped.Append('\\').Append(character),
                _ when char.IsControl(character) => escaped,
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    internal static string Milliseconds(double? value) => value is { } known ? known.ToString("0.####", CultureInfo.InvariantCulture) : "n/a";

    internal static string Percent(double? rate) => rate is { } known ? (known * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %" : "n/a";

    internal static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Time(DateTimeOffset value) => value.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
