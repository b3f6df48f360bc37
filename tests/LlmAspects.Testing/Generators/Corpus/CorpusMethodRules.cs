using Microsoft.CodeAnalysis;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Which methods of a type belong to the corpus, and which of them C# does not let us write again.</summary>
internal static class CorpusMethodRules
{
    private static readonly string[] RestrictedTypes = ["TypedReference", "ArgIterator", "RuntimeArgumentHandle"];

    public static IEnumerable<IMethodSymbol> CandidatesOf(INamedTypeSymbol type)
        => type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
            ? type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary
                && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            : [];

    /// <summary>Why C# refuses the method outside its own assembly; null when it does not.</summary>
    public static string? FindObstacle(IMethodSymbol method)
    {
        var types = method.Parameters.Select(static parameter => parameter.Type)
            .Concat(method.TypeParameters.SelectMany(static parameter => parameter.ConstraintTypes))
            .Append(method.ReturnType)
            .ToArray();
        return method.IsVararg ? "__arglist"
            : !types.All(CorpusTypes.IsPublic) ? "a type of the signature is not public"
            : RestrictedTypes.Contains(method.ReturnType.Name) ? "a restricted type is returned (CS1599)"
            : method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None && RestrictedTypes.Contains(parameter.Type.Name)) ? "a reference to a restricted type (CS1601)"
            : null;
    }
}
