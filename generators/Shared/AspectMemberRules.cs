using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which members C# or the wrapper excludes, whatever they return.</summary>
internal static class AspectMemberRules
{
    private const string ExplicitImplementation = "an explicit interface implementation cannot be partial; call an annotated method from it";

    /// <summary>Why the member can never carry an aspect and what to do instead; null when it can.</summary>
    public static string? FindExclusion(IMethodSymbol method) =>
        ExclusionOfKind(method.MethodKind)
        ?? (method.IsVararg ? "__arglist cannot be passed on; use params" : null)
        ?? ExclusionOfModifiers(method, "method")
        ?? ExclusionOfContainer(method);

    /// <summary>Why the property or indexer can never carry an aspect and what to do instead; null when it can.</summary>
    public static string? FindExclusion(IPropertySymbol property) =>
        (property.ExplicitInterfaceImplementations.IsEmpty ? null : ExplicitImplementation)
        ?? ExclusionOfModifiers(property, "property")
        ?? (property is { GetMethod: null, SetMethod: null } ? "a property without accessors does nothing; give it a get or a set" : null)
        ?? (property.SetMethod is { IsInitOnly: true } ? "a Core method could not set what only init may set; write set, or initialize in a constructor" : null)
        ?? ExclusionOfContainer(property);

    private static string? ExclusionOfKind(MethodKind kind) => kind switch
    {
        MethodKind.Ordinary => null,
        MethodKind.LocalFunction => "a local function cannot be partial; move it to a private partial method of the type",
        MethodKind.AnonymousFunction => "a lambda cannot be partial; call an annotated method from it",
        MethodKind.PropertyGet or MethodKind.PropertySet => "an accessor is not a member of its own; annotate the property",
        MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise => "a subscription is no work to observe; call an annotated method from the accessor",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "an operator cannot be partial; call an annotated method from it",
        MethodKind.Constructor or MethodKind.StaticConstructor => "a Core method could not set the readonly fields that a constructor sets; call an annotated method from it",
        MethodKind.Destructor => "a finalizer cannot be partial; call an annotated method from it",
        MethodKind.ExplicitInterfaceImplementation => ExplicitImplementation,
        _ => "only ordinary methods can be wrapped; annotate a method",
    };

    private static string? ExclusionOfModifiers(ISymbol member, string kind) =>
        member.IsExtern ? $"an extern {kind} has no body to wrap; call it from an annotated method"
        : member.IsAbstract ? $"an abstract {kind} has no body to wrap; annotate its implementations"
        : null;

    private static string? ExclusionOfContainer(ISymbol member)
    {
        if (InterfaceMemberRules.IsPrivateOnlyWhenPartial(member))
        {
            return "a partial method of an interface needs its accessibility written; add public, or another modifier";
        }

        if (member.ContainingType is { IsExtension: true })
        {
            return "a member of an extension block cannot be partial; write a classic extension method with a this parameter";
        }

        return ContainingTypesOf(member).Any(type => type.IsFileLocal)
            ? "a file-local type cannot have a part in generated code; make the type internal"
            : null;
    }

    /// <summary>The containing types, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypesOf(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
