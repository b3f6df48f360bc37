using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Makes the types around a method or property partial.</summary>
internal sealed class PartialTypesConversion : Conversion
{
    /// <inheritdoc/>
    public override string Title => "Make the types around the member partial";

    /// <inheritdoc/>
    public override async Task<string?> FindTitleAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        await FindMemberAsync(document, span, cancellationToken).ConfigureAwait(false) is null ? null : Title;

    /// <inheritdoc/>
    protected override async Task AddEditsAsync(Document document, TextSpan span, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (await FindMemberAsync(document, span, cancellationToken).ConfigureAwait(false) is { } member)
        {
            PartialTypeWriter.Write(member, document.Project.Solution, edits, cancellationToken);
        }
    }

    private static async Task<ISymbol?> FindMemberAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(span).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } syntax
            && model?.GetDeclaredSymbol(syntax, cancellationToken) is { } member
            && PartialTypeWriter.FindObstacle(member, document.Project.Solution, cancellationToken) is null
            ? member
            : null;
    }
}
