using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads the signature of a private method between wrapper and Core: that of Core, with what must stand on both parts.</summary>
internal static class LayerSignatureExtractor
{
    public static MethodSignatureModel Extract(IMethodSymbol method, MethodSignatureModel signature, AspectSymbols symbols)
        => signature with
        {
            Modifiers = string.Concat(AttributeTextExtractor.Of(method.GetReturnTypeAttributes(), symbols).Select(static text => $"[return: {text}] "))
                + "private" + (method.IsStatic ? " static" : string.Empty) + (method.IsReadOnly && !method.ContainingType.IsReadOnly ? " readonly" : string.Empty),
            TypeParameters = new EquatableArray<string>([.. method.TypeParameters.Select(parameter => AttributeTextExtractor.ListOf(parameter.GetAttributes(), symbols) + QualifiedNames.Escape(parameter.Name))]),
            Parameters = new EquatableArray<ParameterModel>([.. method.Parameters.Select((parameter, index) => WithAttributes(signature.Parameters[index], parameter, symbols))]),
            Constraints = ConstraintExtractor.ExtractAll(method),
            Attributes = new EquatableArray<string>([.. WrapperAttributesExtractor.ExtractForOwnCode(symbols), .. AttributeTextExtractor.Of(method.GetAttributes(), symbols)]),
        };

    private static ParameterModel WithAttributes(ParameterModel model, IParameterSymbol parameter, AspectSymbols symbols)
        => AttributeTextExtractor.ListOf(parameter.GetAttributes(), symbols) is { Length: > 0 } attributes ? model with { Modifiers = attributes + model.Modifiers } : model;
}
