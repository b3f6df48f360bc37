using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Writes the attributes that change what a call means: they stand on the declaration and on its Core.</summary>
internal static class CorpusAttributes
{
    // MemberNotNull is left out: the members it names are not here.
    private static readonly HashSet<string> OfBothParts =
    [
        "UnscopedRefAttribute",
        "AllowNullAttribute", "DisallowNullAttribute", "MaybeNullAttribute", "MaybeNullWhenAttribute",
        "NotNullAttribute", "NotNullWhenAttribute", "NotNullIfNotNullAttribute", "DoesNotReturnAttribute", "DoesNotReturnIfAttribute",
        "DynamicallyAccessedMembersAttribute", "RequiresAssemblyFilesAttribute", "RequiresDynamicCodeAttribute", "RequiresUnreferencedCodeAttribute",
    ];

    public static string TextOf(ISymbol symbol) => Write(symbol.GetAttributes(), "");

    public static string TextOfReturn(IMethodSymbol method) => Write(method.GetReturnTypeAttributes(), "return: ");

    private static string Write(IEnumerable<AttributeData> attributes, string target)
        => string.Concat(attributes
            .Where(static attribute => attribute.AttributeClass is { } type && OfBothParts.Contains(type.Name))
            .Select(attribute => $"[{target}{Write(attribute)}] "));

    private static string Write(AttributeData attribute)
        => CorpusTypes.TextOf(attribute.AttributeClass!) + "("
            + string.Join(", ", attribute.ConstructorArguments.Select(static argument => argument.ToCSharpString())
                .Concat(attribute.NamedArguments.Select(static argument => $"{argument.Key} = {argument.Value.ToCSharpString()}"))) + ")";
}
