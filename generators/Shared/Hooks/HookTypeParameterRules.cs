using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Shared;

/// <summary>Which types a generic hook takes.</summary>
internal static class HookTypeParameterRules
{
    public static bool Accepts(ITypeParameterSymbol parameter, ITypeSymbol argument, Compilation compilation) =>
        argument is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        && (parameter.AllowsRefLikeType || !TagTypeRules.IsRefStruct(argument))
        && (!parameter.HasReferenceTypeConstraint || argument.IsReferenceType)
        && (!parameter.HasValueTypeConstraint || (argument.IsValueType && !IsNullable(argument)))
        && (!parameter.HasUnmanagedTypeConstraint || argument.IsUnmanagedType)
        && (!parameter.HasConstructorConstraint || HasPublicConstructor(argument))
        && parameter.ConstraintTypes.All(type => Satisfies(argument, type, (CSharpCompilation)compilation));

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool HasPublicConstructor(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.HasConstructorConstraint || parameter.HasValueTypeConstraint,
        INamedTypeSymbol named => named.IsValueType || (!named.IsAbstract
            && named.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public)),
        _ => false,
    };

    // A nullable value has the interfaces of its value when it is boxed, but not as a type argument (CS0313).
    private static bool Satisfies(ITypeSymbol argument, ITypeSymbol constraint, CSharpCompilation compilation)
    {
        var conversion = compilation.ClassifyConversion(argument, constraint);
        return !IsNullable(argument) && conversion.IsImplicit && (conversion.IsIdentity || conversion.IsReference || conversion.IsBoxing);
    }
}
