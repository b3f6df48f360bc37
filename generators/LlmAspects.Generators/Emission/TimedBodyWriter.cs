using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the body of a wrapper that measures its call.</summary>
internal static class TimedBodyWriter
{
    public static void Write(SourceWriter writer, AspectMethodModel method)
    {
        var local = new LocalNames(method.NamesInScope);
        var token = CancellationArguments.ForObserve(method);
        writer.Line($"var {local.Operation} = {OperationHolderWriter.ReferenceTo(method)};");
        TagsWriter.WriteCapture(writer, method, local);
        WriteStart(writer, method, local);
        writer.Line("try");
        writer.OpenBlock();
        WriteCall(writer, method, local);
        writer.CloseBlock();
        writer.Lines($$"""
            catch (global::System.Exception {{local.Error}}) when ({{local.Operation}}.Observe({{local.Error}}, {{local.Started}}, {{local.Activity}}{{TagsWriter.Argument(method, local)}}{{token}}))
            {
                throw;
            }
            """);
        TranslationWriter.Write(writer, method, local, local.Operation);
        writer.Lines($$"""
            finally
            {
                if ({{local.Activity}} is not null)
                {
                    global::LlmAspects.Runtime.Operation.Stop({{local.Activity}});
                }
            }
            """);
        if (method.Signature.NeverReturns)
        {
            // Behind a finally the compiler forgets that Core does not return (CS8763).
            writer.Line("throw new global::System.Diagnostics.UnreachableException();");
        }

        TaskLikeWriter.WriteTimedFunction(writer, method, local);
    }

    private static void WriteStart(SourceWriter writer, AspectMethodModel method, LocalNames local)
    {
        WriteSpan(writer, method, local);
        if (method.Operation.Options.Links is { } links)
        {
            // Behind the question, for the cast may box.
            writer.Lines($$"""
                if ({{local.Activity}} is not null)
                {
                    global::LlmAspects.Runtime.SpanLinks.Add({{local.Activity}}, {{links}});
                }

                """);
        }
    }

    private static void WriteSpan(SourceWriter writer, AspectMethodModel method, LocalNames local)
    {
        var start = $"{local.Operation}.Start({(method.Tags is null ? string.Empty : local.Tags)})";
        if (method.Operation.Options.SampleEvery > 0)
        {
            writer.Line($"var {local.Started} = {local.Operation}.Sample();");
            writer.Line($"var {local.Activity} = {local.Started} == 0 ? null : {start};");
            return;
        }

        writer.Line($"var {local.Activity} = {start};");
        writer.Line($"var {local.Started} = global::System.Diagnostics.Stopwatch.GetTimestamp();");
    }

    // Inside the try, so that `ref` results and `ref struct` results keep their escape rules.
    private static void WriteCall(SourceWriter writer, AspectMethodModel method, LocalNames local)
    {
        var call = InnerCallWriter.Call(method);
        if (method.Shape == ResultShape.Awaitable)
        {
            WriteAwaitable(writer, method, local, call);
            return;
        }

        if (method.TaskLike is { } taskLike)
        {
            TaskLikeWriter.WriteTimedCall(writer, method, taskLike, local, call);
            return;
        }

        writer.Line(CoreResult.Declaration(method, local) + call + ";");
        WriteExit(writer, method, local, $"{local.Started}, {local.Activity}{(method.Tags is { ReadsResult: true } ? ", " + local.Result : string.Empty)}{TagsWriter.Argument(method, local)}");
        if (method.Shape != ResultShape.Void)
        {
            writer.Line($"return {CoreResult.Reference(method.Shape)}{local.Result};");
        }
    }

    private static void WriteExit(SourceWriter writer, AspectMethodModel method, LocalNames local, string arguments)
    {
        var exit = $"{local.Operation}.Exit({arguments});";
        if (method.Operation.Options.SampleEvery > 0 && method.Tags is not { FailedWhen: not null })
        {
            // A call that is not sampled was counted when it began; unless its result says otherwise it is over.
            writer.Line($"if ({local.Started} != 0)");
            writer.OpenBlock();
            writer.Line(exit);
            writer.Line($"{local.Activity} = null;");
            writer.CloseBlock();
            writer.Line();
            return;
        }

        writer.Line(exit);
        writer.Line($"{local.Activity} = null;");
    }

    private static void WriteAwaitable(SourceWriter writer, AspectMethodModel method, LocalNames local, string call)
    {
        var task = call + CoreResult.Suppression(method);
        if (IsPlainValueTask(method))
        {
            // A value task that is complete already stays in registers when it does not pass through a call.
            task = local.Task;
            writer.Lines($$"""
                var {{task}} = {{call}};
                if ({{task}}.IsCompletedSuccessfully)
                {
                    {{local.Operation}}.Exit({{local.Started}}, {{local.Activity}});
                    {{local.Activity}} = null;
                    return {{task}};
                }

                """);
        }

        var tokens = CancellationArguments.ForExit(method.Signature.Parameters);
        writer.Lines($"""
            var {local.Result} = {local.Operation}.Exit({task}, {local.Started}, {local.Activity}{TagsWriter.Argument(method, local)}{tokens});
            {local.Activity} = null;
            return {local.Result};
            """);
    }

    private static bool IsPlainValueTask(AspectMethodModel method)
        => method.Tags is null && method.Signature.ReturnType.StartsWith("global::System.Threading.Tasks.ValueTask", StringComparison.Ordinal);
}
