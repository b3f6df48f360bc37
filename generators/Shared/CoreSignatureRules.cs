using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Shared;

/// <summary>The contract of a Core method: private, and otherwise the signature of the declaration.</summary>
internal static class CoreSignatureRules
{
    /// <summary>The first difference, in words that say how to mend it; null when the wrapper can call the method.</summary>
    public static string? FindDifference(
        IMethodSymbol definition, IMethodSymbol core, AspectSymbols symbols, CancellationToken cancellationToken) =>
        FindModifierDifference(definition, core, cancellationToken)
        ?? FindReturnDifference(definition, core)
        ?? FindTypeParameterDifference(definition, core)
        ?? FindParameterDifference(definition, core)
        ?? CoreAttributeRules.FindDifference(definition, core, symbols);

    /// <summary>Whether the wrapper can call the method.</summary>
    public static bool AreSame(IMethodSymbol definition, IMethodSymbol core, AspectSymbols symbols, CancellationToken cancellationToken) =>
        HaveSameParameters(definition, core) && FindDifference(definition, core, symbols, cancellationToken) is null;

    /// <summary>Whether the method is written in an unsafe context.</summary>
    public static bool IsUnsafe(IMethodSymbol method, CancellationToken cancellationToken)
    {
        for (SyntaxNode? node = PartialRules.SyntaxOf(method, cancellationToken); node is not null; node = node.Parent)
        {
            if (node is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword))
            {
                return true;
            }
        }

        return false;
    }

    // Tells overloads apart at once, without the words of a difference that nobody reads.
    private static bool HaveSameParameters(IMethodSymbol definition, IMethodSymbol core)
    {
        if (definition.Arity != core.Arity || definition.Parameters.Length != core.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < definition.Parameters.Length; i++)
        {
            if (definition.Parameters[i].RefKind != core.Parameters[i].RefKind || !SignatureTypes.AreSame(definition.Parameters[i].Type, core.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }

    private static string? FindModifierDifference(IMethodSymbol definition, IMethodSymbol core, CancellationToken cancellationToken) =>
        core.DeclaredAccessibility != Accessibility.Private ? "make it private"
        : FindFlagDifference("static", definition.IsStatic, core.IsStatic)
        ?? FindFlagDifference("readonly", definition.IsReadOnly, core.IsReadOnly)
        ?? FindFlagDifference("unsafe", IsUnsafe(definition, cancellationToken), IsUnsafe(core, cancellationToken))
        ?? (core is { IsAsync: true, ReturnsVoid: true } ? "nothing can observe the end of 'async void'; return Task from both" : null);

    private static string? FindFlagDifference(string modifier, bool expected, bool actual) =>
        expected == actual ? null : expected ? $"add '{modifier}' as on the declaration" : $"remove '{modifier}', which the declaration lacks";

    private static string? FindReturnDifference(IMethodSymbol definition, IMethodSymbol core) =>
        definition.RefKind == core.RefKind && SignatureTypes.AreSame(definition.ReturnType, core.ReturnType)
            ? null
            : $"return '{RefText(definition.RefKind, isReturn: true)}{Text(definition.ReturnType)}'";

    private static string? FindTypeParameterDifference(IMethodSymbol definition, IMethodSymbol core)
    {
        if (definition.Arity != core.Arity)
        {
            return $"give it {definition.Arity} type parameter(s)";
        }

        for (var i = 0; i < definition.Arity; i++)
        {
            if (!SignatureTypes.HaveSameConstraints(definition.TypeParameters[i], core.TypeParameters[i]))
            {
                return $"give type parameter '{core.TypeParameters[i].Name}' the constraints of '{definition.TypeParameters[i].Name}' in the declaration";
            }
        }

        return null;
    }

    private static string? FindParameterDifference(IMethodSymbol definition, IMethodSymbol core)
    {
        if (definition.Parameters.Length != core.Parameters.Length)
        {
            return $"give it {definition.Parameters.Length} parameter(s)";
        }

        for (var i = 0; i < definition.Parameters.Length; i++)
        {
            var (expected, actual) = (definition.Parameters[i], core.Parameters[i]);
            if (expected.RefKind != actual.RefKind || !SignatureTypes.AreSame(expected.Type, actual.Type))
            {
                return $"declare parameter '{actual.Name}' as '{RefText(expected.RefKind, isReturn: false)}{Text(expected.Type)}'";
            }

            if (FindFlagDifference("scoped", expected.ScopedKind != ScopedKind.None, actual.ScopedKind != ScopedKind.None) is { } difference)
            {
                return $"for parameter '{actual.Name}' {difference}";
            }
        }

        return null;
    }

    private static string RefText(RefKind kind, bool isReturn) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => isReturn ? "ref readonly " : "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };

    private static string Text(ITypeSymbol type) => type.ToDisplayString(CoreSignature.Format);
}
