using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Shared;

/// <summary>What is different in interfaces.</summary>
internal static class InterfaceMemberRules
{
    private static readonly SyntaxKind[] Accessibilities =
        [SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword];

    /// <summary>
    /// Whether a method of an interface is public by default, and would be private as a partial method. Partial properties stay public:
    /// https://learn.microsoft.com/dotnet/csharp/whats-new/breaking-changes/compiler%20breaking%20changes%20-%20dotnet%2010
    /// </summary>
    public static bool IsPrivateOnlyWhenPartial(ISymbol member) =>
        member is IMethodSymbol { ContainingType.TypeKind: TypeKind.Interface, DeclaredAccessibility: not Accessibility.Private, DeclaringSyntaxReferences: { Length: > 0 } parts }
        && parts.All(static part => part.GetSyntax() is MethodDeclarationSyntax method && !method.Modifiers.Any(static modifier => Accessibilities.Contains(modifier.Kind())));

    /// <summary>Why no struct can be nested in the type to keep what a call records, and what to do; null when one can (CS8427).</summary>
    public static string? FindVarianceProblem(INamedTypeSymbol type) =>
        IsInVariantInterface(type) ? "an interface with in or out type parameters cannot hold the type that keeps the values; record nothing of the call, or remove the variance" : null;

    private static bool IsInVariantInterface(INamedTypeSymbol type)
    {
        for (var current = type; current is { TypeKind: TypeKind.Interface }; current = current.ContainingType)
        {
            if (current.TypeParameters.Any(static parameter => parameter.Variance != VarianceKind.None))
            {
                return true;
            }
        }

        return false;
    }
}
