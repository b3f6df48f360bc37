using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Shared;

/// <summary>
/// Recognises a Core method that repeats its declaration word for word. In one part of one type the same words mean the same types,
/// so that nothing of Core needs to be bound after every edit.
/// </summary>
internal static class CoreTextRules
{
    /// <summary>Whether Core certainly has the signature of the declaration; false when only the compiler can tell.</summary>
    public static bool AreSame(IMethodSymbol definition, IMethodSymbol core, AspectSymbols symbols, CancellationToken cancellationToken) =>
        core.DeclaredAccessibility == Accessibility.Private
        && PartialRules.SyntaxOf(definition, cancellationToken) is MethodDeclarationSyntax declared
        && PartialRules.SyntaxOf(core, cancellationToken) is MethodDeclarationSyntax body
        && declared.Parent == body.Parent
        && HaveSameModifiers(declared.Modifiers, body.Modifiers)
        && !IsAsyncVoid(body)
        && SyntaxFactory.AreEquivalent(declared.ReturnType, body.ReturnType)
        && HaveSameTypeParameters(definition, declared, body)
        && HaveSameParameters(declared.ParameterList.Parameters, body.ParameterList.Parameters)
        && SayTheSame(definition, declared, body, symbols);

    private static bool HaveSameModifiers(SyntaxTokenList declared, SyntaxTokenList body) =>
        body.All(static modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.AsyncKeyword
            or SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.UnsafeKeyword)
        && declared.Any(SyntaxKind.StaticKeyword) == body.Any(SyntaxKind.StaticKeyword)
        && declared.Any(SyntaxKind.ReadOnlyKeyword) == body.Any(SyntaxKind.ReadOnlyKeyword)
        && declared.Any(SyntaxKind.UnsafeKeyword) == body.Any(SyntaxKind.UnsafeKeyword);

    private static bool IsAsyncVoid(MethodDeclarationSyntax body) =>
        body.Modifiers.Any(SyntaxKind.AsyncKeyword) && body.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    // An override inherits constraints that Core has to write out.
    private static bool HaveSameTypeParameters(IMethodSymbol definition, MethodDeclarationSyntax declared, MethodDeclarationSyntax body) =>
        (declared.TypeParameterList is null && body.TypeParameterList is null)
        || (declared.TypeParameterList is not null && body.TypeParameterList is not null && !definition.IsOverride
            && SyntaxFactory.AreEquivalent(declared.TypeParameterList, body.TypeParameterList)
            && SyntaxFactory.AreEquivalent(declared.ConstraintClauses, body.ConstraintClauses));

    private static bool HaveSameParameters(SeparatedSyntaxList<ParameterSyntax> declared, SeparatedSyntaxList<ParameterSyntax> body)
    {
        if (declared.Count != body.Count)
        {
            return false;
        }

        for (var i = 0; i < declared.Count; i++)
        {
            if (!AreSame(declared[i], body[i]))
            {
                return false;
            }
        }

        return true;
    }

    // `this` is no part of a signature; a parameter that is `params` may be scoped by it.
    private static bool AreSame(ParameterSyntax declared, ParameterSyntax body) =>
        SyntaxFactory.AreEquivalent(declared.AttributeLists, body.AttributeLists)
        && SyntaxFactory.AreEquivalent(declared.Type, body.Type)
        && (declared.Modifiers.Count == 0 && body.Modifiers.Count == 0
            || declared.Modifiers.Where(IsOfSignature).Select(SyntaxKindOf).SequenceEqual(body.Modifiers.Where(IsOfSignature).Select(SyntaxKindOf)));

    private static bool IsOfSignature(SyntaxToken modifier) => !modifier.IsKind(SyntaxKind.ThisKeyword);

    private static SyntaxKind SyntaxKindOf(SyntaxToken modifier) => modifier.Kind();

    // Of the declaration, the attributes are bound already.
    private static bool SayTheSame(IMethodSymbol definition, MethodDeclarationSyntax declared, MethodDeclarationSyntax body, AspectSymbols symbols) =>
        body.AttributeLists.Count == 0
        && declared.AttributeLists.All(static list => list.Target is null)
        && CoreAttributeRules.HoldsForDeclarationAlone(definition.GetAttributes(), symbols);
}
