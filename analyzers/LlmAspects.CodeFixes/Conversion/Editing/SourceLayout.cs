using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    /// <summary>What separates a member from one that is put before it: an empty line, unless the file writes one member a line.</summary>
    public static string SeparatorOfMembers(SourceText text, MemberDeclarationSyntax member)
    {
        var (first, separator) = (member.GetFirstToken(), SeparatorBefore(text, member.GetFirstToken()));
        return IsFirstOfLine(text, first) && !IsOneOfDenseLines(text, member) ? LineBreakOf(text) + separator : separator;
    }

    /// <summary>Where the space after a token ends: at the next token, or at a comment before it.</summary>
    public static int EndOfGapAfter(SyntaxToken token)
    {
        var next = token.GetNextToken();
        var comment = token.TrailingTrivia.Concat(next.LeadingTrivia)
            .FirstOrDefault(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return comment.RawKind == 0 ? next.SpanStart : comment.FullSpan.Start;
    }

    private static bool IsOneOfDenseLines(SourceText text, MemberDeclarationSyntax member)
    {
        var (line, previous, next) = (LineOf(text, member.SpanStart), member.GetFirstToken().GetPreviousToken(), member.GetLastToken().GetNextToken());
        return LineOf(text, member.Span.End) == line
            && (previous.Parent is not TypeDeclarationSyntax && LineOf(text, previous.Span.End) == line - 1
                || next.Parent is not TypeDeclarationSyntax && LineOf(text, next.SpanStart) == line + 1);
    }

    private static int LineOf(SourceText text, int position) => text.Lines.GetLineFromPosition(position).LineNumber;
}
