using LlmAspects.CodeFixes.Conversion.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Imports the namespace of the aspects where the file has its using directives.</summary>
internal static class UsingDirectiveWriter
{
    private static readonly SyntaxKind[] Conditions = [SyntaxKind.IfDirectiveTrivia, SyntaxKind.ElifDirectiveTrivia, SyntaxKind.ElseDirectiveTrivia, SyntaxKind.EndIfDirectiveTrivia];

    /// <summary>Adds the directive; false where directives of the preprocessor decide what is imported.</summary>
    public static bool TryWrite(ConversionTarget target, DocumentEdits edits)
    {
        var root = (CompilationUnitSyntax)target.Syntax.SyntaxTree.GetRoot();
        var usings = UsingsAround(target.Syntax, root);
        if (usings.Any(static directive => IsConditional(directive.GetLeadingTrivia())) || IsConditional(root.GetFirstToken().LeadingTrivia))
        {
            return false;
        }

        var lineBreak = SourceLayout.LineBreakOf(target.Text);
        var import = $"using {target.Symbols.ErrorContext.ContainingNamespace.ToDisplayString()};{lineBreak}";
        var plain = usings.Where(static directive => directive is { Alias: null, StaticKeyword.RawKind: 0 }).ToList();
        if (usings.LastOrDefault(directive => directive.GlobalKeyword.RawKind != 0 || (plain.Contains(directive) && SortsBefore(directive, target))) is { } before)
        {
            edits.Insert(before.FullSpan.End, SourceLayout.IndentationOf(target.Text, before.SpanStart) + import);
        }
        else if ((plain.Count > 0 ? plain[0] : usings.FirstOrDefault()) is { } first)
        {
            edits.Insert(first.SpanStart, import + SourceLayout.IndentationOf(target.Text, first.SpanStart));
        }
        else
        {
            edits.Insert(StartOf(root), import + lineBreak);
        }

        return true;
    }

    // Those of the innermost namespace that has any of its own; a file that has none gets them at its top.
    private static SyntaxList<UsingDirectiveSyntax> UsingsAround(SyntaxNode node, CompilationUnitSyntax root) =>
        root.Usings.Count > 0 ? root.Usings
            : node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(static parent => parent.Usings).FirstOrDefault(static usings => usings.Count > 0);

    private static bool SortsBefore(UsingDirectiveSyntax directive, ConversionTarget target)
    {
        var name = directive.NamespaceOrType.ToString();
        return name == "System" || name.StartsWith("System.", StringComparison.Ordinal)
            || string.CompareOrdinal(name, target.Symbols.ErrorContext.ContainingNamespace.ToDisplayString()) < 0;
    }

    private static bool IsConditional(SyntaxTriviaList trivia) => trivia.Any(static trivia => Conditions.Contains(trivia.Kind()));

    // Below the comments at the top of the file, above the documentation of its first type.
    private static int StartOf(CompilationUnitSyntax root)
    {
        var first = root.Externs.Count > 0 ? root.Externs.Last().GetLastToken().GetNextToken() : root.GetFirstToken();
        var documentation = first.LeadingTrivia.FirstOrDefault(static trivia => trivia.HasStructure && !trivia.IsDirective);
        return documentation.RawKind == 0 ? first.SpanStart : documentation.FullSpan.Start;
    }
}
