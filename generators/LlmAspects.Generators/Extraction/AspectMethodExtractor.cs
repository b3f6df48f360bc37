using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Turns an annotated method into its model; the only code of the pipeline that sees symbols.</summary>
internal static class AspectMethodExtractor
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is MethodDeclarationSyntax;

    /// <summary>Yields every method with <c>[ErrorContext]</c>: the first aspect in the fixed order owns the method.</summary>
    public static AspectMethodModel? ExtractErrorContextOwner(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        => Extract(context, AspectSet.ErrorContext, cancellationToken);

    /// <summary>Yields every method with <c>[TracePerformance]</c> that <c>[ErrorContext]</c> does not own.</summary>
    public static AspectMethodModel? ExtractTracePerformanceOwner(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        => Extract(context, AspectSet.TracePerformance, cancellationToken);

    private static AspectMethodModel? Extract(GeneratorAttributeSyntaxContext context, AspectSet owner, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not IMethodSymbol method
            || AspectSymbols.TryCreate(context.SemanticModel.Compilation) is not { } symbols)
        {
            return null;
        }

        var aspects = AppliedAspects.Of(method, symbols);
        if (aspects.Owner != owner
            || AspectTargetRules.FindProblem(method, symbols, cancellationToken) is not null
            || Redeclaration.IsRepeated(method))
        {
            return null;
        }

        var operation = OperationExtractor.Extract(method, aspects, symbols, context.SemanticModel.Compilation.Assembly);
        return Extract(method, (MethodDeclarationSyntax)context.TargetNode, operation, symbols);
    }

    private static AspectMethodModel Extract(
        IMethodSymbol method, MethodDeclarationSyntax declaration, OperationModel operation, AspectSymbols symbols)
    {
        var signature = MethodSignatureExtractor.Extract(method, declaration, symbols);
        var containingType = ContainingTypeExtractor.Extract(method);
        var namesInScope = NamesInScope.Of(method);
        return new AspectMethodModel(
            HintName.Of(containingType, method.Name, signature),
            containingType,
            operation,
            signature,
            CoreCallExtractor.TargetOf(method, namesInScope),
            ResultShapeExtractor.ShapeOf(method, symbols),
            namesInScope,
            TagExtractor.Extract(method, HintName.HashOf(containingType, signature), symbols));
    }
}
