using System.Globalization;
using System.Text;

namespace LlmAspects.Reports.Html;

/// <summary>Makes data safe inside an element or a quoted attribute, and keeps it from reordering or hiding what stands around it.</summary>
internal static class HtmlText
{
    /// <summary>The most characters of one value.</summary>
    internal const int Limit = 300;

    internal static string Encode(string text)
    {
        var encoded = new StringBuilder(Math.Min(text.Length, Limit) + 16);
        var written = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (written++ == Limit)
            {
                return encoded.Append('…').ToString();
            }

            Append(encoded, rune);
        }

        return encoded.ToString();
    }

    private static void Append(StringBuilder encoded, Rune rune)
    {
        _ = rune.Value switch
        {
            '<' => encoded.Append("&lt;"),
            '>' => encoded.Append("&gt;"),
            '&' => encoded.Append("&amp;"),
            '"' => encoded.Append("&quot;"),
            '\'' => encoded.Append("&#39;"),
            '\t' or '\n' or '\r' => encoded.Append(' '),
            0xFFFE or 0xFFFF => encoded.Append('\uFFFD'),
            _ when Rune.IsControl(rune) => encoded.Append('\uFFFD'),
            _ when Reorders(rune) => encoded.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"),
            _ => encoded.Append(rune),
        };
    }

    // Bidirectional controls and line separators can make a reader see another text than the one that is there.
    private static bool Reorders(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
