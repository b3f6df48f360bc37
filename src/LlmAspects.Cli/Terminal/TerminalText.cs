using System.Text;

namespace LlmAspects.Cli.Terminal;

/// <summary>Makes text from files, models and servers harmless for a terminal: no control characters, nothing that reorders or hides text.</summary>
internal static class TerminalText
{
    /// <summary>One line: line breaks and tabs become spaces.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>Several lines: line feeds and tabs stay.</summary>
    public static string Block(string text) => Clean(text, keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        // A lone surrogate arrives as U+FFFD.
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                clean.Append(keepLines ? (char)rune.Value : ' ');
            }
            else if (rune.Value is 0x2028 or 0x2029)
            {
                clean.Append(keepLines ? '\n' : ' ');
            }
            else if (!IsDangerous(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsDangerous(Rune rune) => Rune.IsControl(rune) || rune.Value
        is 0x061C or 0x200B or 0x200E or 0x200F // direction marks, zero-width space
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) // direction overrides and isolates, invisible operators
        or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) // byte order mark, interlinear annotation
        or (>= 0xE0000 and <= 0xE007F); // tag characters, which no font shows
}
