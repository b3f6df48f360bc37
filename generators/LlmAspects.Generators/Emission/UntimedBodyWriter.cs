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

        TagsWriter.WriteCapture(writer, method, local);
        writer.Line("try");
        writer.OpenBlock();
        WriteCall(writer, method, local, operation, TagsWriter.Argument(method, local));
        writer.CloseBlock();
        writer.Lines($$"""
            catch (global::System.Exception {{local.Error}}) when ({{operation}}.Observe({{local.Error}}{{TagsWriter.Argument(method, local)}}{{CancellationArguments.ForObserve(method)}}))
            {
                throw;
            }
            """);
        TranslationWriter.Write(writer, method, local, operation);
        TaskLikeWriter.WriteUntimedFunction(writer, method, local);
    }

    // All others touch the operation only when they fail.
    private static bool PassesItsResultOn(AspectMethodModel method) => method.Shape is ResultShape.Awaitable or ResultShape.Stream or ResultShape.Sequence;

    private static void WriteCall(SourceWriter writer, AspectMethodModel method, LocalNames local, string operation, string tags)
    {
        var call = InnerCallWriter.Call(method);
        if (method.TaskLike is { } taskLike)
        {
            TaskLikeWriter.WriteUntimedCall(writer, method, taskLike, local, call);
            return;
        }

        if (PassesItsResultOn(method))
        {
            var tokens = CancellationArguments.ForExit(method.Signature.Parameters);
            writer.Line($"return {operation}.Exit({call}{CoreResult.Suppression(method)}{tags}{tokens});");
            return;
        }

        writer.Line(CoreResult.Return(method, call));
    }
}
