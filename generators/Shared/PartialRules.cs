using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Shared;

/// <summary>What the source says about <c>partial</c>, and whose the implementing part is.</summary>
internal static class PartialRules
{
    /// <summary>The innermost containing type that lacks <c>partial</c>, or null.</summary>
    public static INamedTypeSymbol? FindTypeThatIsNotPartial(ISymbol member, CancellationToken cancellationToken) =>
        AspectMemberRules.ContainingTypesOf(member).FirstOrDefault(type => !IsPartial(type, cancellationToken));

    /// <summary>Whether the user's own declaration has both <c>partial</c> and a body, so that no declaration is left to implement.</summary>
    public static bool IsImplementedInPlace(ISymbol member, CancellationToken cancellationToken) =>
        SyntaxOf(member, cancellationToken) is MemberDeclarationSyntax syntax
        && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && HasBody(syntax);

    /// <summary>Whether an implementing part exists that our generator did not write.</summary>
    /// <param name="implementation">The implementing part, if there is one.</param>
    public static bool IsForeign(ISymbol? implementation) =>
        implementation is not null
        && !implementation.DeclaringSyntaxReferences.All(reference => IsOurs(reference.SyntaxTree));

    public static SyntaxNode? SyntaxOf(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);

    private static bool HasBody(MemberDeclarationSyntax syntax) => syntax switch
    {
        MethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        BasePropertyDeclarationSyntax property => property.AccessorList is { } list
            && list.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null),
        _ => false,
    };

    // The part of Program that holds top-level statements is a compilation unit and partial by definition.
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .All(syntax => syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsOurs(SyntaxTree tree) =>
        tree.FilePath.Replace('\\', '/').Contains("/" + AspectNames.Generator + "/");
}
