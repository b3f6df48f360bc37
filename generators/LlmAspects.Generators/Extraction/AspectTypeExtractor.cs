using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Turns the annotated members of a type into its model; the only code of the pipeline that sees symbols.</summary>
internal static class AspectTypeExtractor
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken)
        => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax;

    /// <summary>Yields the type of a member when the member is its first annotated one, and the aspect its first in the fixed order; so every type is yielded once.</summary>
    public static AspectTypeModel? Extract(GeneratorAttributeSyntaxContext context, AspectSet owner, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol.ContainingType is not { } type || AspectSymbols.TryCreate(context.SemanticModel.Compilation) is not { } symbols)
        {
            return null;
        }

        var members = symbols.AnnotatedMembersOf(type);
        return members.Length > 0 && IsCarriedBy(context.TargetNode, AppliedAspects.Of(members[0], symbols), owner) ? Extract(type, members, symbols, cancellationToken) : null;
    }

    // Both parts of a member may be annotated, which is an error but still has to yield one file.
    private static bool IsCarriedBy(SyntaxNode declaration, AppliedAspects aspects, AspectSet owner)
        => aspects.Owner == owner
            && aspects.First?.ApplicationSyntaxReference is { } attribute
            && attribute.SyntaxTree == declaration.SyntaxTree
            && declaration.FullSpan.Contains(attribute.Span);

    private static AspectTypeModel? Extract(INamedTypeSymbol type, IEnumerable<ISymbol> annotated, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        var containingType = ContainingTypeExtractor.Extract(type);
        var fields = new FieldNames(containingType.HolderName);
        var members = new List<AspectMemberModel>();
        foreach (var member in annotated)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Extract(member, containingType, fields, symbols, cancellationToken) is { } model)
            {
                members.Add(model);
            }
        }

        return members.Count == 0 ? null : new AspectTypeModel(HintName.Of(containingType), containingType, new EquatableArray<AspectMemberModel>([.. members]));
    }

    private static AspectMemberModel? Extract(ISymbol member, ContainingTypeModel type, FieldNames fields, AspectSymbols symbols, CancellationToken cancellationToken)
        => (member, PartialRules.SyntaxOf(member, cancellationToken)) switch
        {
            (IMethodSymbol method, MethodDeclarationSyntax declaration) when CanBeExpanded(method, symbols, cancellationToken)
                => AspectMethodExtractor.Extract(method, declaration, type, fields, symbols),
            (IPropertySymbol property, BasePropertyDeclarationSyntax declaration) when CanBeExpanded(property, symbols, cancellationToken)
                => AspectPropertyExtractor.Extract(property, declaration, type, fields, symbols),
            _ => null,
        };

    private static bool CanBeExpanded(IMethodSymbol method, AspectSymbols symbols, CancellationToken cancellationToken)
        => AspectTargetRules.FindProblem(method, symbols, cancellationToken) is null && !Redeclaration.IsRepeated(method);

    private static bool CanBeExpanded(IPropertySymbol property, AspectSymbols symbols, CancellationToken cancellationToken)
        => AspectTargetRules.FindProblem(property, symbols, cancellationToken) is null && !Redeclaration.IsRepeated(property);
}
