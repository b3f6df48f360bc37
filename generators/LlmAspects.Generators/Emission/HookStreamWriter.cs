using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the body of an aspect around a stream: an iterator that begins with the first pull. The items are pulled by hand, for no <c>yield</c> may stand in a try with a catch.</summary>
internal static class HookStreamWriter
{
    private const string Collections = "global::System.Collections.Generic.";

    public static void Write(SourceWriter writer, AspectMethodModel method, UserAspectsModel aspects, int layer, LocalNames local, string inner)
    {
        var captures = HookCaptures.For(method, aspects, layer, local, HookKind.Enter, HookKind.Success, HookKind.Error, HookKind.Exit);
        var hooks = new HookCallWriter(writer, method, aspects.Layers[layer], local, local.Instance);
        writer.Line($"return {local.Pull}({inner}{captures.Arguments});");
        writer.Line();
        SignatureWriter.WriteAttributes(writer, method.HidingAttributes);
        writer.Line($"static async {method.Signature.ReturnType} {local.Pull}({method.Signature.ReturnType} {local.Source}{captures.Parameters}, "
            + $"[global::System.Runtime.CompilerServices.EnumeratorCancellation] global::System.Threading.CancellationToken {local.Token} = default)");
        hooks.WriteBlock(() => WriteIterator(writer, aspects, hooks, local));
    }

    private static void WriteIterator(SourceWriter writer, UserAspectsModel aspects, HookCallWriter hooks, LocalNames local)
    {
        hooks.WriteState();
        hooks.Write(HookKind.Enter);
        writer.Line($"{Collections}IAsyncEnumerator<{aspects.ResultType}>? {local.Items} = null;");
        writer.Line("try");
        hooks.WriteBlock(() =>
        {
            writer.Line("while (true)");
            hooks.WriteBlock(() =>
            {
                writer.Line($"{aspects.ResultType} {local.Item};");
                WritePull(writer, hooks, local);
                writer.Line();
                writer.Line($"yield return {local.Item};");
            });
        });
        writer.Line("finally");
        hooks.WriteBlock(() => WriteEnd(writer, hooks, local));
    }

    private static void WritePull(SourceWriter writer, HookCallWriter hooks, LocalNames local)
    {
        void Pull()
        {
            writer.Line($"{local.Items} ??= {local.Source}.GetAsyncEnumerator({local.Token});");
            writer.Line($"if (!await {local.Items}.MoveNextAsync().ConfigureAwait(false))");
            hooks.WriteBlock(() =>
            {
                hooks.Write(HookKind.Success);
                writer.Line("break;");
            });
            writer.Line();
            writer.Line($"{local.Item} = {local.Items}.Current;");
        }

        if (!hooks.Has(HookKind.Error))
        {
            Pull();
            return;
        }

        writer.Line("try");
        hooks.WriteBlock(Pull);
        hooks.WriteCatch();
    }

    private static void WriteEnd(SourceWriter writer, HookCallWriter hooks, LocalNames local)
    {
        void Dispose()
        {
            writer.Line($"if ({local.Items} is not null)");
            hooks.WriteBlock(() => writer.Line($"await {local.Items}.DisposeAsync().ConfigureAwait(false);"));
        }

        if (!hooks.Has(HookKind.Exit))
        {
            Dispose();
            return;
        }

        writer.Line("try");
        hooks.WriteBlock(Dispose);
        writer.Line("finally");
        hooks.WriteBlock(() => hooks.Write(HookKind.Exit));
    }
}
