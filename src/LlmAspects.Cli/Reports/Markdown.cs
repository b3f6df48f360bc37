using System.Buffers;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Reports;

/// <summary>Makes foreign text plain in Markdown.</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]<>#|~!&");

    /// <summary>One line in which nothing is markup.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char character in TerminalText.Line(text))
        {
            if (Special.Contains(character))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>One line inside a fenced block, which it cannot close.</summary>
    public static string Code(string text) => TerminalText.Line(text).Replace("```", "'''", StringComparison.Ordinal);
}
