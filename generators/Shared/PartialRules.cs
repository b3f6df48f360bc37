using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Shared;

/// <summary>What the source says about <c>partial</c>, and whose the implementing part is.</summary>
internal static class PartialRules
{
    /// <summary>The innermost containing type that lacks <c>partial</c>, or null.</summary>
    public static INamedTypeSymbol? FindTypeThatIsNotPartial(IMethodSymbol method, CancellationToken cancellationToken) =>
        AspectMemberRules.ContainingTypesOf(method).FirstOrDefault(type => !IsPartial(type, cancellationToken));

    /// <summary>Whether the user's own declaration has both <c>partial</c> and a body, so that no declaration is left to implement.</summary>
    public static bool IsImplementedInPlace(IMethodSymbol method, CancellationToken cancellationToken) =>
        SyntaxOf(method, cancellationToken) is { } syntax
        && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && (syntax.Body is not null || syntax.ExpressionBody is not null);

    /// <summary>Whether an implementing part exists that our generator did not write.</summary>
    public static bool HasForeignImplementation(IMethodSymbol definition) =>
        definition.PartialImplementationPart is { } implementation
        && !implementation.DeclaringSyntaxReferences.All(reference => IsOurs(reference.SyntaxTree));

    public static MethodDeclarationSyntax? SyntaxOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax;

    // The part of Program that holds top-level statements is a compilation unit and partial by definition.
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .All(syntax => syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsOurs(SyntaxTree tree) =>
        tree.FilePath.Replace('\\', '/').Contains("/" + AspectNames.Generator + "/");
}
