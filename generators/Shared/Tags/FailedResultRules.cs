using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The one definition of a result that can tell of a failure: the generator asks exactly these, and the analyzer reports the others.</summary>
internal static class FailedResultRules
{
    public const string FailedWhen = "FailedWhen";
    public const string ErrorTypeFrom = "ErrorTypeFrom";

    /// <summary>The value that an option of <c>[TracePerformance]</c> leads to, or the problem; neither when the option is not given, or the method is a setter.</summary>
    public static (TagValue? Value, string? Problem) Resolve(AttributeData attribute, string option, IMethodSymbol method, AspectSymbols symbols)
    {
        if (method.MethodKind == MethodKind.PropertySet || AspectOptionRules.ValueOf(attribute, option) is not string path)
        {
            return (null, null);
        }

        if (AspectReturnRules.IsStream(method.ReturnType, symbols))
        {
            return (null, "a stream has no result; throw in it instead");
        }

        if (InterfaceMemberRules.FindVarianceProblem(method.ContainingType) is { } variance)
        {
            return (null, variance);
        }

        var (value, problem) = TagPathRules.Resolve(path, method, symbols);
        problem ??= value!.Root != TagRoot.Result ? "only the result tells that a call failed; begin with result"
            : option == FailedWhen ? FindConditionProblem(value)
            : FindErrorTypeProblem(value, attribute, method, symbols);
        return problem is null ? (value, null) : (null, problem);
    }

    private static string? FindConditionProblem(TagValue value) =>
        value.Type.SpecialType == SpecialType.System_Boolean
        || value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean
            ? null
            : $"it is of type '{value.Type.ToDisplayString(CoreSignature.Format)}'; lead to a bool";

    private static string? FindErrorTypeProblem(TagValue value, AttributeData attribute, IMethodSymbol method, AspectSymbols symbols) =>
        Resolve(attribute, FailedWhen, method, symbols).Value is null ? "no result is a failure; set FailedWhen to a path that can be used"
        : TagRedactionRules.FindMark(value, method, symbols) is not null ? "error.type is on metrics as well, so it cannot be redacted; lead to a value that is not marked"
        : value.Members.Any(static member => TagSecretRules.LooksSecret(member.Name)) ? "by its name it is a secret; lead to a code or a kind"
        : null;
}
