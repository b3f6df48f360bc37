using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads the constraint clauses that the implementing part has to repeat.</summary>
internal static class ConstraintExtractor
{
    public static EquatableArray<string> Extract(IMethodSymbol method, MethodDeclarationSyntax declaration)
    {
        if (declaration.ConstraintClauses.Count == 0)
        {
            return EquatableArray<string>.Empty;
        }

        // An override inherits its constraints and may only say `class`, `struct` or `default`: no names to qualify.
        return method.IsOverride
            ? new EquatableArray<string>([.. declaration.ConstraintClauses.Select(InheritedClauseOf)])
            : new EquatableArray<string>([.. method.TypeParameters.Select(ClauseOf).OfType<string>()]);
    }

    /// <summary>The clauses of a type that takes the method's type parameters; nothing is inherited there.</summary>
    public static EquatableArray<string> ExtractAll(IMethodSymbol method)
        => new([.. method.TypeParameters.Select(ClauseOf).OfType<string>()]);

    private static string InheritedClauseOf(TypeParameterConstraintClauseSyntax clause)
        => $"where {clause.Name.Identifier.Text} : {string.Join(", ", clause.Constraints.Select(static constraint => constraint.WithoutTrivia().ToString()))}";

    private static string? ClauseOf(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (PrimaryConstraintOf(parameter) is { } primary)
        {
            constraints.Add(primary);
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(static type => QualifiedNames.Of(type)));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            constraints.Add("allows ref struct");
        }

        return constraints.Count == 0 ? null : $"where {QualifiedNames.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }

    private static string? PrimaryConstraintOf(ITypeParameterSymbol parameter)
        => parameter.HasUnmanagedTypeConstraint ? "unmanaged"
            : parameter.HasValueTypeConstraint ? "struct"
            : parameter.HasReferenceTypeConstraint ? ReferenceConstraintOf(parameter)
            : parameter.HasNotNullConstraint ? "notnull"
            : null;

    private static string ReferenceConstraintOf(ITypeParameterSymbol parameter)
        => parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
}
