using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Finds what has to go with a comment, so that neither an empty line nor a double space is left.</summary>
internal static class CommentRemoval
{
    public static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    public static TextSpan SpanOf(SyntaxTrivia comment, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(comment.SpanStart);
        var (start, end) = (StartOfSpace(text, comment.SpanStart, line.Start), EndOfSpace(text, comment.Span.End));
        if (start > line.Start)
        {
            return start < comment.SpanStart || EndsLine(text, end) ? TextSpan.FromBounds(start, comment.Span.End) : TextSpan.FromBounds(comment.SpanStart, end);
        }

        return EndsLine(text, end) ? TextSpan.FromBounds(start, text.Lines.GetLineFromPosition(end).EndIncludingLineBreak) : TextSpan.FromBounds(comment.SpanStart, end);
    }

    private static int StartOfSpace(SourceText text, int position, int lineStart)
    {
        while (position > lineStart && text[position - 1] is ' ' or '\t')
        {
            position--;
        }

        return position;
    }

    private static int EndOfSpace(SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private static bool EndsLine(SourceText text, int position) => position == text.Lines.GetLineFromPosition(position).End;
}
