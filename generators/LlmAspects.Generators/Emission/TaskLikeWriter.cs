using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>
/// Writes how a task-like is awaited: in an async local function, whose builder makes a task-like of the same type. Core is called
/// outside of it, because references and ref structs cannot enter an async function (CS1988, CS4007).
/// </summary>
internal static class TaskLikeWriter
{
    private const string Operation = "global::LlmAspects.Runtime.Operation";

    /// <summary>Writes the statements that take Core's task-like to the function, with the span and the time of the call.</summary>
    public static void WriteTimedCall(SourceWriter writer, AspectMethodModel method, TaskLikeModel taskLike, LocalNames local, string call)
    {
        writer.Line($"var {local.Task} = {call};");
        if (taskLike.CanBeNull)
        {
            writer.Lines($$"""
                if ({{local.Task}} is null)
                {
                    {{local.Operation}}.Exit({{local.Started}}, {{local.Activity}}{{TagsWriter.Argument(method, local)}});
                    {{local.Activity}} = null;
                    return {{local.Task}}!;
                }

                """);
        }

        writer.Lines($"""
            var {local.Result} = {local.Await}({local.Task}, {local.Operation}, {local.Started}, {local.Activity}{TagsWriter.Argument(method, local)}{Tokens(method)});
            {Operation}.Detach({local.Activity});
            {local.Activity} = null;
            return {local.Result};
            """);
    }

    /// <summary>Writes the same for a call that is not timed.</summary>
    public static void WriteUntimedCall(SourceWriter writer, AspectMethodModel method, TaskLikeModel taskLike, LocalNames local, string call)
    {
        writer.Line($"var {local.Task} = {call};");
        var observed = $"{local.Await}({local.Task}{TagsWriter.Argument(method, local)}{Tokens(method)})";
        writer.Line(taskLike.CanBeNull ? $"return {local.Task} is null ? {local.Task}! : {observed};" : $"return {observed};");
    }

    /// <summary>Writes the function behind a call that is timed: the call ends with the task-like.</summary>
    public static void WriteTimedFunction(SourceWriter writer, AspectMethodModel method, LocalNames local)
    {
        if (method.TaskLike is not { } taskLike)
        {
            return;
        }

        var result = method.Tags is { ReadsResult: true } ? ", " + local.Result : string.Empty;
        WriteHeader(writer, method, taskLike, local, $", {Operation} {local.Operation}, long {local.Started}, global::System.Diagnostics.Activity? {local.Activity}");
        writer.Lines($$"""
            {
                try
                {
                    {{(taskLike.HasResult ? $"var {local.Result} = " : string.Empty)}}{{Await(taskLike, local)}};
                    {{local.Operation}}.Complete({{local.Started}}, {{local.Activity}}{{result}}{{TagsWriter.Argument(method, local)}});
                    {{local.Activity}} = null;
            """);
        WriteReturn(writer, taskLike, local.Result);
        writer.Lines($$"""
                }
                catch (global::System.Exception {{local.Error}}) when ({{local.Operation}}.Observe({{local.Error}}, {{local.Started}}, {{local.Activity}}{{Context(method, local)}}))
                {
                    throw;
                }
            """);
        writer.Indent();
        TranslationWriter.Write(writer, method, local, local.Operation);
        writer.Unindent();
        writer.Lines($$"""
                finally
                {
                    if ({{local.Activity}} is not null)
                    {
                        {{Operation}}.StopPending({{local.Activity}});
                    }
                }
            }
            """);
    }

    /// <summary>Writes the function behind a call that is not timed: it sees failures only.</summary>
    public static void WriteUntimedFunction(SourceWriter writer, AspectMethodModel method, LocalNames local)
    {
        if (method.TaskLike is not { } taskLike)
        {
            return;
        }

        WriteHeader(writer, method, taskLike, local, string.Empty);
        writer.Lines($$"""
            {
                try
                {
                    {{(taskLike.HasResult ? "return " : string.Empty)}}{{Await(taskLike, local)}};
                }
                catch (global::System.Exception {{local.Error}}) when ({{OperationHolderWriter.ReferenceTo(method)}}.Observe({{local.Error}}{{Context(method, local)}}))
                {
                    throw;
                }
            """);
        writer.Indent();
        TranslationWriter.Write(writer, method, local, OperationHolderWriter.ReferenceTo(method));
        writer.Unindent();
        writer.Line("}");
    }

    private static void WriteHeader(SourceWriter writer, AspectMethodModel method, TaskLikeModel taskLike, LocalNames local, string call)
    {
        var tags = method.Tags is null ? string.Empty : $", {TagsWriter.TypeOf(method)} {local.Tags}";
        writer.Line();
        SignatureWriter.WriteAttributes(writer, method.HidingAttributes);
        writer.Line($"static async {taskLike.Type} {local.Await}({taskLike.Type} {local.Task}{call}{tags}{CancellationArguments.Declarations(method.Signature.Parameters)})");
    }

    private static void WriteReturn(SourceWriter writer, TaskLikeModel taskLike, string result)
    {
        if (taskLike.HasResult)
        {
            writer.Line($"        return {result};");
        }
    }

    private static string Await(TaskLikeModel taskLike, LocalNames local)
        => $"await {local.Task}{(taskLike.LeavesTheContext ? ".ConfigureAwait(false)" : string.Empty)}";

    private static string Context(AspectMethodModel method, LocalNames local)
        => TagsWriter.Argument(method, local) + CancellationArguments.ForObserve(method);

    private static string Tokens(AspectMethodModel method) => CancellationArguments.ForExit(method.Signature.Parameters);
}
