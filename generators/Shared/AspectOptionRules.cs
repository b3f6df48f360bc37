using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The one definition of a usable option: the generator emits exactly these, and the analyzer reports the others.</summary>
internal static class AspectOptionRules
{
    public const string DefaultKind = "Internal";

    /// <summary>The kinds of a span in the order of <c>System.Diagnostics.ActivityKind</c>.</summary>
    public static readonly ImmutableArray<string> Kinds = [DefaultKind, "Server", "Client", "Producer", "Consumer"];

    /// <summary>Why an option of <c>[TracePerformance]</c> is ignored, and what to do; null when it is usable.</summary>
    public static string? FindTraceProblem(AttributeData attribute, string option) => (option, ValueOf(attribute, option)) switch
    {
        ("SpanName", string { Length: 0 }) => "the name is empty; leave it out for '{component}.{operation}'",
        ("Kind", int kind) when kind < 0 || kind >= Kinds.Length => "the value is no ActivityKind; use one of its members",
        ("GenAI", int operation) when operation < 0 || operation >= GenAIRules.Operations.Length => "the value is no GenAIOperation; use one of its members",
        ("GenAIProvider", string { Length: 0 }) => "the name is empty; leave it out, or give the provider's gen_ai.provider.name",
        ("GenAIProvider", string) when ValueOf(attribute, "GenAI") is not > 0 => "it names the provider of a GenAI operation; set GenAI as well",
        ("Level", int level) => LevelRules.FindProblem(level),
        ("SlowerThanMs", int threshold) when threshold < 0 => "a duration is not negative; use at least 1, or leave it out to keep every span",
        ("SampleEvery", int every) when every < 2 => "one call in so many is timed, so it is at least 2; leave it out to time every call",
        ("SampleEvery", int) when ValueOf(attribute, "SlowerThanMs") is > 0 => "SlowerThanMs has to time every call; leave one of them out",
        ("SampleEvery", int) when ValueOf(attribute, "FailedOnly") is true => "FailedOnly needs a span of every call; leave one of them out",
        ("FailedOnly", true) when ValueOf(attribute, "SlowerThanMs") is > 0 => "SlowerThanMs keeps the failed calls already, and the slow ones too; leave one of them out",
        _ => null,
    };

    /// <summary>Why a type cannot be expected, and what to do; null when it can.</summary>
    public static string? FindExpectedProblem(ITypeSymbol? type, Compilation compilation) =>
        type is not INamedTypeSymbol named || !IsException(named, compilation) ? "it is no exception; name a type that derives from System.Exception"
        : named.IsUnboundGenericType ? "no exception is of an open generic type; give its type arguments"
        : !IsVisible(named, compilation.Assembly, compilation) ? "generated code cannot see it; make it and the types around it internal or public"
        : null;

    /// <summary>What a named argument of an attribute says; null when it is absent or in error.</summary>
    public static object? ValueOf(AttributeData attribute, string option)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == option)
            {
                return argument.Value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? argument.Value.Value : null;
            }
        }

        return null;
    }

    /// <summary>The elements of <c>Expected</c>, wrong ones included.</summary>
    public static ImmutableArray<TypedConstant> ExpectedOf(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Expected", Value: { Kind: TypedConstantKind.Array, IsNull: false } types })
            {
                return types.Values;
            }
        }

        return [];
    }

    private static bool IsException(INamedTypeSymbol type, Compilation compilation) =>
        AspectSymbols.DerivesFrom(type.OriginalDefinition, compilation.GetTypeByMetadataName("System.Exception"));

    // The operation stands in a file of its own, outside of the user's type.
    private static bool IsVisible(INamedTypeSymbol type, IAssemblySymbol assembly, Compilation compilation)
    {
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            if (around.IsFileLocal || !compilation.IsSymbolAccessibleWithin(around, assembly)
                || around.TypeArguments.Any(argument => argument is INamedTypeSymbol named && !IsVisible(named, assembly, compilation)))
            {
                return false;
            }
        }

        return true;
    }
}
