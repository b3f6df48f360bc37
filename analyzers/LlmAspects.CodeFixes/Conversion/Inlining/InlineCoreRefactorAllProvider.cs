using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Inlining;

/// <summary>Takes the way back for all methods of a document, a project or a solution in one pass.</summary>
internal sealed class InlineCoreRefactorAllProvider(InlineCoreConversion inlining) : RefactorAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetRefactoringAsync(RefactorAllContext fixAllContext)
    {
        var places = new List<(DocumentId Document, TextSpan Span)>();
        foreach (var pair in await fixAllContext.GetRefactorAllSpansAsync(fixAllContext.CancellationToken).ConfigureAwait(false))
        {
            places.AddRange(await FindPlacesAsync(pair.Key, pair.Value.HasValue ? [.. pair.Value.Value] : null, fixAllContext.CancellationToken).ConfigureAwait(false));
        }

        return CodeAction.Create(
            inlining.Title,
            cancellationToken => inlining.ApplyAsync(fixAllContext.Project.Solution, places, cancellationToken),
            inlining.Title);
    }

    /// <summary>The declarations of a document that may have a Core.</summary>
    /// <param name="document">The document.</param>
    /// <param name="spans">Where to look; null for everywhere.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<(DocumentId Document, TextSpan Span)>> FindPlacesAsync(Document document, IReadOnlyList<TextSpan>? spans, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. from method in root?.DescendantNodes(static node => node is not BlockSyntax).OfType<MethodDeclarationSyntax>() ?? []
               where method.Modifiers.Any(SyntaxKind.PartialKeyword) && method.AttributeLists.Count > 0
               where spans is null || spans.Any(span => span.Contains(method.Span))
               select (document.Id, method.Identifier.Span),
        ];
    }
}
