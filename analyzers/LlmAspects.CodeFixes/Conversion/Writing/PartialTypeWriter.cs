using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Makes the types around a member partial, in every document that declares a part of them.</summary>
internal static class PartialTypeWriter
{
    public static void Write(ISymbol member, Solution solution, SolutionEdits edits, CancellationToken cancellationToken)
    {
        foreach (var (document, part) in PartsToChange(member, solution, cancellationToken))
        {
            edits.Of(document!).Insert(part.Keyword.SpanStart, "partial ");
        }
    }

    /// <summary>Why a type cannot be made partial; null when all can, or are.</summary>
    public static string? FindObstacle(ISymbol member, Solution solution, CancellationToken cancellationToken) =>
        PartsToChange(member, solution, cancellationToken).Any(static part => part.Document is null or SourceGeneratedDocument) ? "a part of the type is in no file of the solution" : null;

    private static IEnumerable<(Document? Document, TypeDeclarationSyntax Part)> PartsToChange(ISymbol member, Solution solution, CancellationToken cancellationToken) =>
        from type in AspectMemberRules.ContainingTypesOf(member)
        from reference in type.DeclaringSyntaxReferences
        let part = reference.GetSyntax(cancellationToken) as TypeDeclarationSyntax
        where part is not null && !part.Modifiers.Any(SyntaxKind.PartialKeyword)
        select (solution.GetDocument(reference.SyntaxTree), part);
}
