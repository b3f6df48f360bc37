using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads the signature that the implementing part has to repeat.</summary>
internal static class MethodSignatureExtractor
{
    public static MethodSignatureModel Extract(IMethodSymbol method, MethodDeclarationSyntax declaration, AspectSymbols symbols)
        => new(
            // Taken from the text: a symbol cannot tell `readonly` on the member from `readonly` on its struct.
            string.Join(" ", declaration.Modifiers.Select(static modifier => modifier.ValueText)),
            RefKindOf(method) + QualifiedNames.Of(method.ReturnType),
            method.ReturnNullableAnnotation == NullableAnnotation.Annotated,
            QualifiedNames.Escape(method.Name),
            new EquatableArray<string>([.. method.TypeParameters.Select(static parameter => QualifiedNames.Escape(parameter.Name))]),
            new EquatableArray<ParameterModel>([.. method.Parameters.Select(parameter => ParameterExtractor.Extract(parameter, symbols))]),
            ConstraintExtractor.Extract(method, declaration),
            method.ReturnsVoid && AspectSymbols.HasAttribute(method, symbols.DoesNotReturn),
            WrapperAttributesExtractor.Extract(method, symbols));

    /// <summary>Reads an accessor as the method that it calls: of its signature, Core's half is all there is.</summary>
    public static MethodSignatureModel ExtractAccessor(IMethodSymbol accessor, AspectSymbols symbols)
        => new(
            string.Empty,
            RefKindOf(accessor) + QualifiedNames.Of(accessor.ReturnType),
            accessor.ReturnNullableAnnotation == NullableAnnotation.Annotated,
            CoreMethodConvention.NameOf(accessor),
            EquatableArray<string>.Empty,
            new EquatableArray<ParameterModel>([.. accessor.Parameters.Select(parameter => ParameterExtractor.Extract(parameter, symbols))]),
            EquatableArray<string>.Empty,
            NeverReturns: false,
            WrapperAttributesExtractor.Extract(accessor, symbols));

    private static string RefKindOf(IMethodSymbol method)
        => method.ReturnsByRef ? "ref "
            : method.ReturnsByRefReadonly ? "ref readonly "
            : string.Empty;
}
