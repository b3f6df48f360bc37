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
        => method.Retry is { } retry ? RetryCallWriter.Call(method, retry) : SignatureWriter.CoreCall(method);
}
