using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads how the result of a method is awaited.</summary>
internal static class TaskLikeExtractor
{
    public static TaskLikeModel? Extract(IMethodSymbol method, AspectSymbols symbols)
        => method.RefKind == RefKind.None && TaskLikeRules.IsTaskLike(method.ReturnType, symbols)
            ? new TaskLikeModel(
                QualifiedNames.Of(method.ReturnType.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
                AwaiterRules.ResultOf(method.ReturnType) is { SpecialType: not SpecialType.System_Void },
                method.ReturnType.IsReferenceType,
                AwaiterRules.CanLeaveTheContext(method.ReturnType))
            : null;
}
