using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads a method that can be expanded.</summary>
internal static class AspectMethodExtractor
{
    public static AspectMethodModel Extract(IMethodSymbol method, MethodDeclarationSyntax declaration, AppliedAspects aspects, AspectSymbols symbols)
    {
        var signature = MethodSignatureExtractor.Extract(method, declaration, symbols);
        var containingType = ContainingTypeExtractor.Extract(method);
        return Extract(method, HintName.Of(containingType, method.Name, signature), containingType, signature, aspects, symbols);
    }

    public static AspectMethodModel Extract(
        IMethodSymbol method, string hintName, ContainingTypeModel containingType, MethodSignatureModel signature, AppliedAspects aspects, AspectSymbols symbols)
    {
        var namesInScope = NamesInScope.Of(method);
        var hash = HintName.HashOf(containingType, signature);
        return new AspectMethodModel(
            hintName,
            containingType,
            OperationExtractor.Extract(method, aspects, symbols),
            signature,
            CoreCallExtractor.TargetOf(method, namesInScope),
            ResultShapeExtractor.ShapeOf(method, symbols),
            namesInScope,
            RetryExtractor.Extract(method, aspects, symbols),
            aspects.Set == AspectSet.None ? null : TagExtractor.Extract(method, hash, symbols),
            UserAspectsExtractor.Extract(method, hash, signature, symbols));
    }
}
