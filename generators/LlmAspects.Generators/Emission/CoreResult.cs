using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes what differs by the shape of Core's result.</summary>
internal static class CoreResult
{
    /// <summary>Everything left of the call; a reference takes the declared type, for <c>ref var</c> would lose its nullability (CS8619).</summary>
    public static string Declaration(AspectMethodModel method, LocalNames local) => method.Shape switch
    {
        ResultShape.Void => string.Empty,
        ResultShape.RefValue or ResultShape.RefReadOnlyValue => $"{method.Signature.ReturnType} {local.Result} = ref ",
        _ => $"var {local.Result} = ",
    };

    /// <summary>The statement that calls and hands the result on.</summary>
    public static string Return(AspectMethodModel method, string call)
        => method.Shape == ResultShape.Void ? $"{call};" : $"return {Reference(method.Shape)}{call};";

    /// <summary>What stands between <c>return</c> and a reference.</summary>
    public static string Reference(ResultShape shape)
        => shape is ResultShape.RefValue or ResultShape.RefReadOnlyValue ? "ref " : string.Empty;

    /// <summary>The same for a task that passes through the retry first.</summary>
    public static string Suppression(AspectMethodModel method, RetryModel retry) => retry.Method != "Run" ? Suppression(method) : string.Empty;

    /// <summary>A task or stream declared nullable goes through the runtime as it is, null included.</summary>
    public static string Suppression(AspectMethodModel method) => method.Signature.IsReturnNullable ? "!" : string.Empty;
}
