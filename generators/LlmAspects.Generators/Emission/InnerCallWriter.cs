using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>
/// Writes what error context and trace stand around: Core, within the layers between. A layer writes the statements it needs and
/// hands the next one outside the expression that yields the result.
/// </summary>
internal static class InnerCallWriter
{
    /// <summary>Writes the statements that come before the result is there, and returns the expression of the result.</summary>
    public static string Write(SourceWriter writer, AspectMethodModel method)
        => Write(method, layer: 0);

    /// <summary>The same seen from the outermost aspects of the user inwards.</summary>
    /// <param name="method">The method.</param>
    /// <param name="layer">How many aspects of the user stand outside.</param>
    public static string Write(AspectMethodModel method, int layer)
        => method.UserAspects is { } aspects && layer < aspects.Layers.Count ? UserAspectWriter.Call(method, aspects.Layers[layer])
            : method.Retry is { } retry ? RetryCallWriter.Call(method, retry)
            : SignatureWriter.CoreCall(method);
}
