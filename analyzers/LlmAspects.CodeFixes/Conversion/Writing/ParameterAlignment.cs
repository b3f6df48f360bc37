using LlmAspects.CodeFixes.Conversion.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Keeps parameters under each other that stand under the first one, when what precedes them gets longer or shorter.</summary>
internal static class ParameterAlignment
{
    /// <summary>Moves the parameters as far as the changes of their first line move the parenthesis.</summary>
    public static void Follow(ParameterListSyntax list, SourceText text, DocumentEdits edits)
    {
        var line = text.Lines.GetLineFromPosition(list.SpanStart);
        var before = edits.ApplyTo(text, TextSpan.FromBounds(line.Start, list.SpanStart));
        Shift(list, text, before.Length - (before.LastIndexOf('\n') + 1), edits);
    }

    /// <summary>Moves the parameters as far as the parenthesis is moved.</summary>
    /// <param name="list">The parameters.</param>
    /// <param name="text">The text of the document.</param>
    /// <param name="column">Where the parenthesis stands from now on.</param>
    /// <param name="edits">What the changes are added to.</param>
    public static void Shift(ParameterListSyntax list, SourceText text, int column, DocumentEdits edits)
    {
        var distance = column - ColumnOf(text, list.SpanStart);
        foreach (var start in AlignedStarts(list, text))
        {
            if (distance > 0)
            {
                edits.Insert(start, new string(' ', distance));
            }
            else
            {
                edits.Delete(new TextSpan(start + distance, -distance));
            }
        }
    }

    // None, unless all lines stand under the first parameter.
    private static IReadOnlyList<int> AlignedStarts(ParameterListSyntax list, SourceText text)
    {
        if (list.Parameters.Count == 0 || LineOf(text, list.Parameters[0].SpanStart) != LineOf(text, list.SpanStart))
        {
            return [];
        }

        var column = ColumnOf(text, list.Parameters[0].SpanStart);
        var lines = Enumerable.Range(LineOf(text, list.SpanStart) + 1, LineOf(text, list.Span.End) - LineOf(text, list.SpanStart)).Select(number => text.Lines[number]).ToList();
        return lines.TrueForAll(line => SourceLayout.IndentationOf(text, line.Start) == new string(' ', column)) ? [.. lines.Select(line => line.Start + column)] : [];
    }

    private static int LineOf(SourceText text, int position) => text.Lines.GetLineFromPosition(position).LineNumber;

    private static int ColumnOf(SourceText text, int position) => position - text.Lines.GetLineFromPosition(position).Start;
}
