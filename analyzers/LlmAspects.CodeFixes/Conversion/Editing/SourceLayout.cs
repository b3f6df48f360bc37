using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Editing;

/// <summary>How the file is laid out, so that what is added looks like what is there.</summary>
internal static class SourceLayout
{
    /// <summary>The line break of the file.</summary>
    public static string LineBreakOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The white space before the first character of a line.</summary>
    public static string IndentationOf(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>Whether no other token stands before this one in its line.</summary>
    public static bool IsFirstOfLine(SourceText text, SyntaxToken token)
    {
        var previous = token.GetPreviousToken();
        return previous.RawKind == 0 || LineOf(text, previous.Span.End) < LineOf(text, token.SpanStart);
    }

    /// <summary>What separates something from a token after it: a line of its own if the token begins one, otherwise a space.</summary>
    public static string SeparatorBefore(SourceText text, SyntaxToken token) =>
        IsFirstOfLine(text, token) ? LineBreakOf(text) + IndentationOf(text, token.SpanStart) : " ";

    private static int LineOf(SourceText text, int position) => text.Lines.GetLineFromPosition(position).LineNumber;
}
