using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Finds how to reopen a type.</summary>
internal static class ContainingTypeExtractor
{
    public static ContainingTypeModel Extract(INamedTypeSymbol innermost)
    {
        var headers = new List<string>();
        for (var type = innermost; type is not null; type = type.ContainingType)
        {
            headers.Insert(0, HeaderOf(type));
        }

        return new ContainingTypeModel(QualifiedNames.Of(innermost.ContainingNamespace), innermost.Name, new EquatableArray<string>([.. headers]));
    }

    private static string HeaderOf(INamedTypeSymbol type)
        => "partial " + KeywordOf(type) + " " + QualifiedNames.Escape(type.Name) + TypeParametersOf(type);

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static string TypeParametersOf(INamedTypeSymbol type)
        => type.TypeParameters.IsEmpty
            ? string.Empty
            : "<" + string.Join(", ", type.TypeParameters.Select(static parameter => VarianceOf(parameter) + QualifiedNames.Escape(parameter.Name))) + ">";

    // Every part of an interface has to repeat it (CS1067).
    private static string VarianceOf(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => string.Empty,
    };
}
