using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the tokens by which the runtime tells a cancelled call from a timeout.</summary>
internal static class CancellationArguments
{
    /// <summary>All tokens, each after a comma.</summary>
    public static string ForExit(EquatableArray<ParameterModel> parameters)
        => string.Concat(TokensOf(parameters).Select(static token => ", " + token));

    /// <summary>The one token that a filter passes, after a comma: the first one that is cancelled, else the last one.</summary>
    public static string ForObserve(EquatableArray<ParameterModel> parameters)
    {
        var tokens = TokensOf(parameters);
        return tokens.Length == 0
            ? string.Empty
            : ", " + string.Concat(tokens.Take(tokens.Length - 1).Select(static token => $"{token}.IsCancellationRequested ? {token} : ")) + tokens[tokens.Length - 1];
    }

    /// <summary>The tokens as a filter passes them; beside tags it takes all of them.</summary>
    public static string ForObserve(AspectMethodModel method)
        => method.Tags is null ? ForObserve(method.Signature.Parameters) : ForExit(method.Signature.Parameters);

    /// <summary>Parameters that take the tokens under the same names, each after a comma.</summary>
    public static string Declarations(EquatableArray<ParameterModel> parameters)
        => string.Concat(TokensOf(parameters).Select(static token => ", global::System.Threading.CancellationToken " + token));

    private static string[] TokensOf(EquatableArray<ParameterModel> parameters)
        => [.. parameters.Where(static parameter => parameter.IsCancellationToken).Select(static parameter => parameter.Name)];
}
