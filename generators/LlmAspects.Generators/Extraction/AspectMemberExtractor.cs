using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Turns an annotated member into its model; the only code of the pipeline that sees symbols.</summary>
internal static class AspectMemberExtractor
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken)
        => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax;

    /// <summary>Yields every member with <c>[ErrorContext]</c>: the first aspect in the fixed order owns the member.</summary>
    public static AspectMemberModel? ExtractErrorContextOwner(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        => Extract(context, AspectSet.ErrorContext, cancellationToken);

    /// <summary>Yields every member with <c>[TracePerformance]</c> that <c>[ErrorContext]</c> does not own.</summary>
    public static AspectMemberModel? ExtractTracePerformanceOwner(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        => Extract(context, AspectSet.TracePerformance, cancellationToken);

    /// <summary>Yields every member with <c>[RetryWithBackoff]</c> that no other aspect owns.</summary>
    public static AspectMemberModel? ExtractRetryWithBackoffOwner(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        => Extract(context, AspectSet.RetryWithBackoff, cancellationToken);

    /// <summary>Yields every method with <c>[Aspect&lt;TStruct&gt;]</c> that no other aspect owns.</summary>
    public static AspectMemberModel? ExtractUserAspectOwner(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        => Extract(context, AspectSet.None, cancellationToken);

    private static AspectMemberModel? Extract(GeneratorAttributeSyntaxContext context, AspectSet owner, CancellationToken cancellationToken)
    {
        if (AspectSymbols.TryCreate(context.SemanticModel.Compilation) is not { } symbols)
        {
            return null;
        }

        var aspects = AppliedAspects.Of(context.TargetSymbol, symbols);
        return aspects.Owner != owner ? null : (context.TargetSymbol, context.TargetNode) switch
        {
            (IMethodSymbol method, MethodDeclarationSyntax declaration) => Extract(method, declaration, aspects, symbols, cancellationToken),
            (IPropertySymbol property, BasePropertyDeclarationSyntax declaration) => Extract(property, declaration, aspects, symbols, cancellationToken),
            _ => null,
        };
    }

    private static AspectMethodModel? Extract(
        IMethodSymbol method, MethodDeclarationSyntax declaration, AppliedAspects aspects, AspectSymbols symbols, CancellationToken cancellationToken)
        => AspectTargetRules.FindProblem(method, symbols, cancellationToken) is not null || Redeclaration.IsRepeated(method)
            ? null
            : AspectMethodExtractor.Extract(method, declaration, aspects, symbols);

    private static AspectPropertyModel? Extract(
        IPropertySymbol property, BasePropertyDeclarationSyntax declaration, AppliedAspects aspects, AspectSymbols symbols, CancellationToken cancellationToken)
        => AspectTargetRules.FindProblem(property, symbols, cancellationToken) is not null || Redeclaration.IsRepeated(property)
            ? null
            : AspectPropertyExtractor.Extract(property, declaration, aspects, symbols);
}
