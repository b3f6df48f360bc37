using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The one definition of a result that <c>RecordResult</c> can record: the generator records exactly these, and the analyzer reports the others.</summary>
internal static class RecordedResultRules
{
    public const string Option = "RecordResult";

    /// <summary>The name of the tag.</summary>
    public const string TagName = "llmaspects.result";

    /// <summary>Whether <c>[TracePerformance]</c> asks for the result; a setter has none to ask for.</summary>
    public static bool IsWanted(AttributeData? tracePerformance, IMethodSymbol method) =>
        tracePerformance is not null && method.MethodKind != MethodKind.PropertySet && AspectOptionRules.ValueOf(tracePerformance, Option) is true;

    /// <summary>The value that is recorded, or the problem in words that say what to do.</summary>
    public static (TagValue? Value, string? Problem) Resolve(IMethodSymbol method, AspectSymbols symbols)
    {
        if (AspectReturnRules.IsSequence(method.ReturnType, symbols))
        {
            return (null, "a sequence has no result; return IAsyncEnumerable<T> for its last item, or a collection");
        }

        if (InterfaceMemberRules.FindVarianceProblem(method.ContainingType) is { } variance)
        {
            return (null, variance);
        }

        var (value, problem) = TagPathRules.ResolveResult(method, symbols);
        return value is null ? (null, problem)
            : LooksSecret(method) && TagRedactionRules.FindMark(value, method, symbols) is null ? (null, "by its name the method returns a secret; mark the result with [return: Redact], or leave RecordResult out")
            : (value, null);
    }

    private static bool LooksSecret(IMethodSymbol method) => TagSecretRules.LooksSecret(CoreMethodConvention.OperationNameOf(method));
}
