using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which members C# or the wrapper excludes, whatever they return.</summary>
internal static class AspectMemberRules
{
    /// <summary>Why the member can never carry an aspect and what to do instead; null when it can.</summary>
    public static string? FindExclusion(IMethodSymbol method) =>
        ExclusionOfKind(method.MethodKind) ?? ExclusionOfModifiers(method) ?? ExclusionOfContainer(method);

    private static string? ExclusionOfKind(MethodKind kind) => kind switch
    {
        MethodKind.Ordinary => null,
        MethodKind.LocalFunction => "a local function cannot be partial; move it to a private partial method of the type",
        MethodKind.AnonymousFunction => "a lambda cannot be partial; call an annotated method from it",
        MethodKind.PropertyGet or MethodKind.PropertySet => "an accessor is not a method of its own; call an annotated method from it",
        MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise => "an event accessor is not a method of its own; call an annotated method from it",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "an operator cannot be partial; call an annotated method from it",
        MethodKind.Constructor or MethodKind.StaticConstructor => "a constructor cannot be wrapped; call an annotated method from it",
        MethodKind.Destructor => "a finalizer cannot be partial; call an annotated method from it",
        MethodKind.ExplicitInterfaceImplementation => "an explicit interface implementation cannot be partial; call an annotated method from it",
        _ => "only ordinary methods can be wrapped; annotate a method",
    };

    private static string? ExclusionOfModifiers(IMethodSymbol method) =>
        method.IsExtern ? "an extern method has no body to wrap; call it from an annotated method"
        : method.IsAbstract ? "an abstract method has no body to wrap; annotate its implementations"
        : method.IsVararg ? "__arglist cannot be passed on; use params"
        : null;

    private static string? ExclusionOfContainer(IMethodSymbol method)
    {
        if (method.ContainingType is { TypeKind: TypeKind.Interface })
        {
            return "an interface member cannot be wrapped; annotate the methods that implement it";
        }

        if (method.ContainingType is { IsExtension: true })
        {
            return "a member of an extension block cannot be partial; write a classic extension method with a this parameter";
        }

        return ContainingTypesOf(method).Any(type => type.IsFileLocal)
            ? "a file-local type cannot have a part in generated code; make the type internal"
            : null;
    }

    /// <summary>The containing types, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypesOf(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
