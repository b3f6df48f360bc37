using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tags;

/// <summary>Puts <c>[Redact]</c> on the parameter, property or field that a tag records.</summary>
internal sealed class RedactConversion : Conversion.Conversion
{
    /// <inheritdoc/>
    public override string Title => "Mark the value with [Redact]";

    /// <inheritdoc/>
    public override async Task<string?> FindTitleAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        await FindAsync(document, span, cancellationToken).ConfigureAwait(false) is { } value ? $"Mark '{value.Name}' with [Redact]" : null;

    /// <inheritdoc/>
    protected override async Task AddEditsAsync(Document document, TextSpan span, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (await FindAsync(document, span, cancellationToken).ConfigureAwait(false) is { } value)
        {
            value.Write(edits);
        }
    }

    private static async Task<RecordedValue?> FindAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(span).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || AspectSymbols.TryCreate(model.Compilation) is not { Redact: { } redact } symbols)
        {
            return null;
        }

        // A redacted value cannot be a metric tag: then the tag, or its name, is what has to go.
        var tags = MethodsAround(attribute, model, cancellationToken).SelectMany(method => TagRules.Resolve(method, symbols)).ToList();
        var member = tags.Find(tag => IsWrittenAs(tag.Tag, attribute, cancellationToken))?.Value is { Members: { Count: > 0 } members } ? members[members.Count - 1] : null;
        return member is null || tags.Exists(tag => tag.Tag.IsMetric && tag.Value?.Members.Contains(member, SymbolEqualityComparer.Default) == true)
            ? null
            : RecordedValue.TryCreate(member, redact, document.Project.Solution, model.Compilation, cancellationToken);
    }

    private static bool IsWrittenAs(TagDeclaration tag, AttributeSyntax attribute, CancellationToken cancellationToken) =>
        tag.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) == attribute;

    private static IEnumerable<IMethodSymbol> MethodsAround(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken) =>
        attribute.Ancestors().Where(static node => node is MemberDeclarationSyntax or AccessorDeclarationSyntax)
            .Select(node => model.GetDeclaredSymbol(node, cancellationToken))
            .FirstOrDefault(static symbol => symbol is IMethodSymbol or IPropertySymbol) switch
            {
                IMethodSymbol method => [method.PartialDefinitionPart ?? method],
                IPropertySymbol property => AspectTargetRules.AccessorsOf(property),
                _ => [],
            };
}
