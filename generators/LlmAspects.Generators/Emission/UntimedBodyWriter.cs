using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the body of a wrapper that reads no clock: error context alone, or a stream, which times itself from its first pull.</summary>
internal static class UntimedBodyWriter
{
    public static void Write(SourceWriter writer, AspectMethodModel method)
    {
        var local = new LocalNames(method.NamesInScope);
        var token = CancellationArguments.ForObserve(method.Signature.Parameters);
        writer.Line("try");
        writer.OpenBlock();
        writer.Line(Call(method));
        writer.CloseBlock();
        writer.Lines($$"""
            catch (global::System.Exception {{local.Error}}) when ({{OperationHolderWriter.ReferenceTo(method)}}.Observe({{local.Error}}{{token}}))
            {
                throw;
            }
            """);
    }

    private static string Call(AspectMethodModel method)
    {
        var call = SignatureWriter.CoreCall(method);
        return method.Shape switch
        {
            ResultShape.Void => $"{call};",
            ResultShape.Awaitable or ResultShape.Stream => $"return {Exit(method, call)};",
            var shape => $"return {CoreResult.Reference(shape)}{call};",
        };
    }

    private static string Exit(AspectMethodModel method, string call)
    {
        var tokens = CancellationArguments.ForExit(method.Signature.Parameters);
        return $"{OperationHolderWriter.ReferenceTo(method)}.Exit({call}{CoreResult.Suppression(method)}{tokens})";
    }
}
