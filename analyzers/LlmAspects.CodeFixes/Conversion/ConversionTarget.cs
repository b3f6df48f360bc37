using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>A method to convert, with what is known about it.</summary>
/// <param name="Document">Where it is declared.</param>
/// <param name="Text">The text of the document.</param>
/// <param name="Model">The meaning of the document.</param>
/// <param name="Syntax">The declaration.</param>
/// <param name="Method">Its symbol.</param>
/// <param name="Symbols">The known types of the compilation.</param>
internal sealed record ConversionTarget(Document Document, SourceText Text, SemanticModel Model, MethodDeclarationSyntax Syntax, IMethodSymbol Method, AspectSymbols Symbols)
{
    /// <summary>The method around a place; null where there is none, or where the aspects are not referenced.</summary>
    public static async Task<ConversionTarget?> FindAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(span).FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax syntax
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && model.GetDeclaredSymbol(syntax, cancellationToken) is { } method
            && AspectSymbols.TryCreate(model.Compilation) is { } symbols
            ? new ConversionTarget(document, text, model, syntax, method, symbols)
            : null;
    }

    public string CoreName => CoreMethodConvention.CoreNameOf(Method);

    /// <summary>The first token after the attributes.</summary>
    public SyntaxToken FirstTokenOfHeader => Syntax.Modifiers.Count > 0 ? Syntax.Modifiers[0] : Syntax.ReturnType.GetFirstToken();

    public bool IsPartial => Syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

    public bool HasBody => Syntax.Body is not null || Syntax.ExpressionBody is not null;

    /// <summary>From the return type to the end of what precedes the body.</summary>
    public TextSpan Signature => TextSpan.FromBounds(Syntax.ReturnType.SpanStart, EndOfSignature(Syntax));

    /// <summary>Where a body begins, with the space before it.</summary>
    public static int EndOfSignature(MethodDeclarationSyntax method) =>
        method.ConstraintClauses.Count > 0 ? method.ConstraintClauses.Last().Span.End : method.ParameterList.Span.End;
}
