using LlmAspects.CodeFixes.Conversion.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Takes attributes out of lists, and copies them.</summary>
internal static class AttributeListWriter
{
    /// <summary>Removes all attributes but some.</summary>
    public static void Keep(SyntaxList<AttributeListSyntax> lists, Func<AttributeSyntax, bool> isKept, DocumentEdits edits)
    {
        foreach (var list in lists)
        {
            var kept = list.Attributes.Where(isKept).ToList();
            if (kept.Count == 0)
            {
                edits.Delete(TextSpan.FromBounds(list.SpanStart, SourceLayout.EndOfGapAfter(list.GetLastToken())));
            }
            else if (kept.Count < list.Attributes.Count)
            {
                edits.Replace(list.Span, TextOf(list, kept));
            }
        }
    }

    /// <summary>The lists with some of their attributes, as text.</summary>
    public static IEnumerable<string> Copy(SyntaxList<AttributeListSyntax> lists, Func<AttributeSyntax, bool> isCopied) =>
        from list in lists
        let copied = list.Attributes.Where(isCopied).ToList()
        where copied.Count > 0
        select copied.Count == list.Attributes.Count ? list.ToString() : TextOf(list, copied);

    private static string TextOf(AttributeListSyntax list, IEnumerable<AttributeSyntax> attributes) =>
        $"[{(list.Target is null ? "" : list.Target.Identifier.Text + ": ")}{string.Join(", ", attributes)}]";
}
