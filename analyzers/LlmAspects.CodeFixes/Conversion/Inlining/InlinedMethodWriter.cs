using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;
using LlmAspects.CodeFixes.Conversion.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Inlining;

/// <summary>Puts the body of a Core back where the declaration ends.</summary>
internal static class InlinedMethodWriter
{
    public static void Write(ConversionTarget target, MethodDeclarationSyntax core, DocumentEdits edits)
    {
        InlinedAttributeWriter.Write(target, core, edits);
        WriteModifiers(target, core, edits);
        ParameterAlignment.Follow(target.Syntax.ParameterList, target.Text, edits);
        var comments = CommentsBetween(target.Syntax, core);
        foreach (var comment in comments)
        {
            var first = target.Syntax.GetFirstToken();
            edits.Insert(first.SpanStart, comment + SourceLayout.SeparatorBefore(target.Text, first));
        }

        if (target.Syntax.GetLastToken().GetNextToken() == core.GetFirstToken())
        {
            RemoveCallerNames(target, core, edits);
            edits.Delete(TextSpan.FromBounds(target.Syntax.SemicolonToken.SpanStart, ConversionTarget.EndOfSignature(core)));
        }
        else
        {
            MoveBody(target, core, edits);
        }
    }

    private static void MoveBody(ConversionTarget target, MethodDeclarationSyntax core, DocumentEdits edits)
    {
        var inBody = new DocumentEdits();
        RemoveCallerNames(target, core, inBody);
        var end = core.GetTrailingTrivia().LastOrDefault(CommentRemoval.IsComment) is { RawKind: not 0 } comment ? comment.Span.End : core.Span.End;
        edits.Replace(target.Syntax.SemicolonToken.Span, inBody.ApplyTo(target.Text, TextSpan.FromBounds(ConversionTarget.EndOfSignature(core), end)));
        edits.Delete(core.FullSpan);
    }

    private static void WriteModifiers(ConversionTarget target, MethodDeclarationSyntax core, DocumentEdits edits)
    {
        var declaration = target.Syntax;
        var partial = declaration.Modifiers.First(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword));

        // What is not partial is virtual in an interface, unless it says otherwise.
        if (target.Method is { IsVirtual: false, IsStatic: false, DeclaredAccessibility: not Accessibility.Private, ContainingType.TypeKind: TypeKind.Interface })
        {
            edits.Insert(partial.SpanStart, "sealed ");
        }

        if (core.ReturnType.GetFirstToken().GetPreviousToken().IsKind(SyntaxKind.AsyncKeyword))
        {
            edits.Replace(partial.Span, "async");
            return;
        }

        edits.Delete(TextSpan.FromBounds(partial.SpanStart, SourceLayout.EndOfGapAfter(partial)));
        if (core.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            edits.Insert(PlaceOfAsync(declaration, core), "async ");
        }
    }

    // Before the modifier that follows it on Core.
    private static int PlaceOfAsync(MethodDeclarationSyntax declaration, MethodDeclarationSyntax core)
    {
        var following = core.Modifiers.SkipWhile(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Skip(1).Select(static modifier => modifier.Kind()).ToList();
        return declaration.Modifiers.First(modifier => following.Contains(modifier.Kind())).SpanStart;
    }

    private static void RemoveCallerNames(ConversionTarget target, MethodDeclarationSyntax core, DocumentEdits edits)
    {
        foreach (var argument in CallerNameRules.FindNamedArguments(core, target))
        {
            var comma = argument.GetFirstToken().GetPreviousToken();
            edits.Delete(TextSpan.FromBounds(comma.IsKind(SyntaxKind.CommaToken) ? comma.SpanStart : argument.SpanStart, argument.Span.End));
        }
    }

    private static IEnumerable<string> CommentsBetween(MethodDeclarationSyntax declaration, MethodDeclarationSyntax core) =>
        declaration.GetTrailingTrivia().Concat(core.GetLeadingTrivia()).Where(CommentRemoval.IsComment).Select(static comment => comment.ToString());
}
