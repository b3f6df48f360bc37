using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the body of a wrapper that reads no clock: error context alone, or a stream or sequence, which times itself from its first pull.</summary>
internal static class UntimedBodyWriter
{
    public static void Write(SourceWriter writer, AspectMethodModel method)
    {
        var local = new LocalNames(method.NamesInScope);
        var operation = OperationHolderWriter.ReferenceTo(method);
        if (PassesItsResultOn(method))
        {
            writer.Line($"var {local.Operation} = {operation};");
            operation = local.Operation;
        }

        writer.Line("try");
        writer.OpenBlock();
        writer.Line(Call(method, operation));
        writer.CloseBlock();
        writer.Lines($$"""
            catch (global::System.Exception {{local.Error}}) when ({{operation}}.Observe({{local.Error}}{{CancellationArguments.ForObserve(method.Signature.Parameters)}}))
            {
                throw;
            }
            """);
    }

    // All others touch the operation only when they fail.
    private static bool PassesItsResultOn(AspectMethodModel method) => method.Shape is ResultShape.Awaitable or ResultShape.Stream or ResultShape.Sequence;

    private static string Call(AspectMethodModel method, string operation)
    {
        var call = SignatureWriter.CoreCall(method);
        if (PassesItsResultOn(method))
        {
            var tokens = CancellationArguments.ForExit(method.Signature.Parameters);
            return $"return {operation}.Exit({call}{CoreResult.Suppression(method)}{tokens});";
        }

        return method.Shape == ResultShape.Void ? $"{call};" : $"return {CoreResult.Reference(method.Shape)}{call};";
    }
}
