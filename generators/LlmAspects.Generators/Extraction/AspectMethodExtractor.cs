using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads a method that can be expanded.</summary>
internal static class AspectMethodExtractor
{
    public static AspectMethodModel Extract(IMethodSymbol method, MethodDeclarationSyntax declaration, ContainingTypeModel containingType, FieldNames fields, AspectSymbols symbols)
    {
        var aspects = AppliedAspects.Of(method, symbols);
        var model = Extract(method, containingType, fields, MethodSignatureExtractor.Extract(method, declaration, symbols), aspects, symbols);
        model = aspects.UserAspect is null ? model : model with { UserAspects = UserAspectsExtractor.Extract(method, containingType, model.Signature, symbols) };
        return MayHaveTags(method, declaration, aspects, symbols) ? WithTags(model, method, aspects, symbols) : model;
    }

    /// <summary>Reads an accessor as the method that it calls.</summary>
    public static AspectMethodModel ExtractAccessor(IMethodSymbol accessor, ContainingTypeModel containingType, FieldNames fields, AppliedAspects aspects, AspectSymbols symbols)
        => WithTags(Extract(accessor, containingType, fields, MethodSignatureExtractor.ExtractAccessor(accessor, symbols), aspects, symbols), accessor, aspects, symbols);

    private static AspectMethodModel Extract(
        IMethodSymbol method, ContainingTypeModel containingType, FieldNames fields, MethodSignatureModel signature, AppliedAspects aspects, AspectSymbols symbols)
    {
        var namesInScope = NamesInScope.Of(method);
        return new AspectMethodModel(
            containingType,
            PointerTypes.AppearIn(method),
            fields.Take(CoreMethodConvention.NameOf(method)),
            OperationExtractor.Extract(method, aspects, symbols),
            signature,
            CoreCallExtractor.TargetOf(method, namesInScope),
            ResultShapeExtractor.ShapeOf(method, symbols),
            namesInScope,
            WrapperAttributesExtractor.ExtractForOwnCode(symbols),
            RetryExtractor.Extract(method, aspects, symbols),
            Tags: null,
            TaskLikeExtractor.Extract(method, symbols),
            UserAspects: null);
    }

    // Most methods have none, and this runs after every edit. Two options of the trace read the result as tags do.
    private static bool MayHaveTags(IMethodSymbol method, MethodDeclarationSyntax declaration, AppliedAspects aspects, AspectSymbols symbols)
        => AspectSymbols.HasAttribute(method, symbols.Tag)
            || aspects.TracePerformance is { NamedArguments.Length: > 0 }
            || declaration.ParameterList.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0);

    private static AspectMethodModel WithTags(AspectMethodModel model, IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols)
        => aspects.Set == AspectSet.None ? model : model with { Tags = TagExtractor.Extract(method, model.ContainingType, model.Signature, aspects, symbols) };
}
