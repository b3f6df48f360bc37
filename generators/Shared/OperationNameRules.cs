using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The one definition of a component or operation name that can be given: the generator takes exactly these, and the analyzer reports the others.</summary>
internal static class OperationNameRules
{
    /// <summary>The name, or null for one that is not given or says nothing.</summary>
    public static string? NameIn(TypedConstant constant) => IsGiven(constant) && !IsBlank(constant) ? (string)constant.Value! : null;

    /// <summary>Whether a name is given that says nothing.</summary>
    public static bool IsBlank(TypedConstant constant) => IsGiven(constant) && string.IsNullOrWhiteSpace((string)constant.Value!);

    private static bool IsGiven(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, Value: string };
}
