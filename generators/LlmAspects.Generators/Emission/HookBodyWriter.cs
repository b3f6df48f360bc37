using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the body of one aspect of a user. <c>OnEnter</c> stands before the try: what did not begin does not end.</summary>
internal static class HookBodyWriter
{
    public static void Write(SourceWriter writer, AspectMethodModel method, UserAspectsModel aspects, int layer)
    {
        var local = new LocalNames(method.NamesInScope);
        var hooks = new HookCallWriter(writer, method, aspects.Layers[layer], local, "this");
        var inner = InnerCallWriter.Call(method, layer + 1);
        if (method.Shape == ResultShape.Stream)
        {
            HookStreamWriter.Write(writer, method, aspects, layer, local, inner);
            return;
        }

        hooks.WriteState();
        hooks.Write(HookKind.Enter);
        if (method.Shape != ResultShape.Awaitable)
        {
            hooks.WriteGuarded(() => WriteCall(writer, method, hooks, local, inner));
        }
        else if (aspects.Layers[layer].IsAsync)
        {
            HookTaskWriter.WriteAwaited(writer, aspects, hooks, local, inner);
        }
        else
        {
            HookTaskWriter.Write(writer, method, aspects, layer, local, inner);
        }
    }

    private static void WriteCall(SourceWriter writer, AspectMethodModel method, HookCallWriter hooks, LocalNames local, string inner)
    {
        if (!hooks.Has(HookKind.Success))
        {
            writer.Line(CoreResult.Return(method, inner));
            return;
        }

        writer.Line(CoreResult.Declaration(method, local) + inner + ";");
        hooks.Write(HookKind.Success, local.Result);
        if (method.Shape != ResultShape.Void)
        {
            writer.Line($"return {CoreResult.Reference(method.Shape)}{local.Result};");
        }
    }
}
