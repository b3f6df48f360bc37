using Microsoft.CodeAnalysis;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Writes the constraints of type parameters.</summary>
internal static class CorpusConstraints
{
    public static string TextOf(IEnumerable<ITypeParameterSymbol> parameters) => string.Concat(parameters.Select(TextOf));

    private static string TextOf(ITypeParameterSymbol parameter)
    {
        string[] constraints = [.. PrimaryOf(parameter), .. parameter.ConstraintTypes.Select(CorpusTypes.TextOf), .. LastOf(parameter)];
        return constraints.Length == 0 ? "" : $" where {CorpusTypeWriter.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }

    private static IEnumerable<string> PrimaryOf(ITypeParameterSymbol parameter)
        => parameter.HasUnmanagedTypeConstraint ? ["unmanaged"]
            : parameter.HasValueTypeConstraint ? ["struct"]
            : parameter.HasReferenceTypeConstraint ? [parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class"]
            : parameter.HasNotNullConstraint ? ["notnull"]
            : [];

    private static IEnumerable<string> LastOf(ITypeParameterSymbol parameter)
    {
        if (parameter.HasConstructorConstraint)
        {
            yield return "new()";
        }

        if (parameter.AllowsRefLikeType)
        {
            yield return "allows ref struct";
        }
    }
}
