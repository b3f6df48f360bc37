using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the body of an aspect around a task. Without a hook to await, a task that is complete comes back as it is; only the others cost a state machine.</summary>
internal static class HookTaskWriter
{
    /// <summary>Writes what follows <c>OnEnter</c> in a method that is not async.</summary>
    public static void Write(SourceWriter writer, AspectMethodModel method, UserAspectsModel aspects, int layer, LocalNames local, string inner)
    {
        var hooks = new HookCallWriter(writer, method, aspects.Layers[layer], local, "this");
        if (!hooks.Has(HookKind.Success) && !hooks.Has(HookKind.Error) && !hooks.Has(HookKind.Exit))
        {
            writer.Line($"return {inner};");
            return;
        }

        var captures = HookCaptures.For(method, aspects, layer, local, HookKind.Success, HookKind.Error, HookKind.Exit);
        var flag = hooks.Has(HookKind.Exit) ? local.IsAwaited : null;
        if (flag is not null)
        {
            writer.Line($"var {flag} = false;");
        }

        hooks.WriteGuarded(() => WriteCall(writer, method, aspects, hooks, local, inner, flag, $"{local.Finish}({local.Task}{captures.Arguments})"), flag);
        writer.Line();
        SignatureWriter.WriteAttributes(writer, method.HidingAttributes);
        writer.Line($"static async {method.Signature.ReturnType} {local.Finish}({method.Signature.ReturnType} {local.Task}{captures.Parameters})");
        hooks.WriteBlock(() => WriteAwaited(writer, aspects, new HookCallWriter(writer, method, aspects.Layers[layer], local, local.Instance), local, local.Task));
    }

    /// <summary>Writes what follows <c>OnEnter</c> in an async method.</summary>
    public static void WriteAwaited(SourceWriter writer, UserAspectsModel aspects, HookCallWriter hooks, LocalNames local, string task)
        => hooks.WriteGuarded(() =>
        {
            var awaited = $"await {task}.ConfigureAwait(false);";
            if (aspects.ResultType is null)
            {
                writer.Line(awaited);
                hooks.Write(HookKind.Success);
                return;
            }

            if (!hooks.Has(HookKind.Success))
            {
                writer.Line("return " + awaited);
                return;
            }

            writer.Line($"var {local.Result} = {awaited}");
            hooks.Write(HookKind.Success, local.Result);
            writer.Line($"return {local.Result};");
        });

    private static void WriteCall(
        SourceWriter writer, AspectMethodModel method, UserAspectsModel aspects, HookCallWriter hooks, LocalNames local, string inner, string? flag, string finish)
    {
        writer.Line($"var {local.Task} = {inner};");
        writer.Line($"if (!{local.Task}.IsCompletedSuccessfully)");
        hooks.WriteBlock(() =>
        {
            if (flag is not null)
            {
                writer.Line($"{flag} = true;");
            }

            writer.Line($"return {finish};");
        });
        writer.Line();
        if (!aspects.IsValueTask || !hooks.Takes(HookKind.Success, HookSource.Result))
        {
            hooks.Write(HookKind.Success, $"{local.Task}.Result");
            writer.Line($"return {local.Task};");
            return;
        }

        // The result of a value task can be taken only once.
        writer.Line($"var {local.Result} = {local.Task}.Result;");
        hooks.Write(HookKind.Success, local.Result);
        writer.Line($"return new {method.Signature.ReturnType}({local.Result});");
    }
}
