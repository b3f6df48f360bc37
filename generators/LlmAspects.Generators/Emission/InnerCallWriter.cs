using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes what error context and trace stand around: Core, within the layers between. A layer hands the next one outside the expression that yields the result.</summary>
internal static class InnerCallWriter
{
    /// <summary>The call, seen from the outermost aspects of the user inwards.</summary>
    /// <param name="method">The method.</param>
    /// <param name="layer">How many aspects of the user stand outside.</param>
    public static string Call(AspectMethodModel method, int layer = 0)
        => method.UserAspects is { } aspects && layer < aspects.Layers.Count ? UserAspectWriter.Call(method, aspects.Layers[layer])
            : method.Retry is { } retry ? RetryCallWriter.Call(method, retry)
            : SignatureWriter.CoreCall(method);
}
