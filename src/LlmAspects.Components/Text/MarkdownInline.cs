using System.Text;

namespace LlmAspects.Components.Text;

/// <summary>Writes Markdown for reading: no emphasis marks, no back-ticks, links as their text, one space for each run of white space.</summary>
internal static class MarkdownInline
{
    public static string ToPlain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        bool inCode = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '`')
            {
                inCode = !inCode;
            }
            else if (char.IsWhiteSpace(c))
            {
                AppendSpace(plain);
            }
            else if (inCode || !SkipMark(text, ref i, plain))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Trim();
    }

    private static void AppendSpace(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ')
        {
            plain.Append(' ');
        }
    }

    /// <summary>Skips an emphasis mark, or writes a link as its text; the index stays on the last unit taken.</summary>
    private static bool SkipMark(ReadOnlySpan<char> text, ref int index, StringBuilder plain)
    {
        char c = text[index];
        if (c == '*')
        {
            // A lone star between spaces is a multiplication or a footnote.
            return !(IsSpaceOrEdge(text, index - 1) && IsSpaceOrEdge(text, index + 1));
        }

        if (c == '_')
        {
            // Inside a word it belongs to an identifier.
            return !(IsWord(text, index - 1) && IsWord(text, index + 1)) && (IsWord(text, index - 1) || IsWord(text, index + 1));
        }

        if (c == '!' && index + 1 < text.Length && text[index + 1] == '[')
        {
            return LinkEnd(text, index + 1, out _) > 0;
        }

        if (c == '[' && LinkEnd(text, index, out TextRange label) is var end and > 0)
        {
            plain.Append(ToPlain(label.In(text)));
            index = end - 1;
            return true;
        }

        return false;
    }

    /// <summary>The end of <c>[label](target)</c> that starts here, else 0.</summary>
    private static int LinkEnd(ReadOnlySpan<char> text, int start, out TextRange label)
    {
        label = default;
        int middle = text[start..].IndexOf("](");
        int close = middle < 0 ? -1 : text[(start + middle)..].IndexOf(')');
        if (close < 0 || text.Slice(start + 1, middle - 1).Contains('['))
        {
            return 0;
        }

        label = new TextRange(start + 1, start + middle);
        return start + middle + close + 1;
    }

    private static bool IsSpaceOrEdge(ReadOnlySpan<char> text, int index) =>
        index < 0 || index >= text.Length || char.IsWhiteSpace(text[index]);

    private static bool IsWord(ReadOnlySpan<char> text, int index) =>
        index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '_');
}
