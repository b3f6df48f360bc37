using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>
/// Writes the aspects of a user: each is a private method around the next one, so that its try ends before the outer layer goes on.
/// Without a built-in aspect the wrapper itself is the outermost of them.
/// </summary>
internal static class UserAspectWriter
{
    private const string Partial = "partial";

    /// <summary>The call of a layer.</summary>
    public static string Call(AspectMethodModel method, UserAspectModel layer)
        => SignatureWriter.CoreCall(method, layer.MethodName, method.Signature.Parameters.Select(static parameter => parameter.Argument));

    /// <summary>The signature of the wrapper, which is async when its own body awaits a hook.</summary>
    public static MethodSignatureModel SignatureOf(AspectMethodModel method)
        => IsInWrapper(method) && method.UserAspects is { } aspects && IsAsync(method, aspects.Layers[0])
            ? method.Signature with { Modifiers = method.Signature.Modifiers.Substring(0, method.Signature.Modifiers.Length - Partial.Length) + "async " + Partial }
            : method.Signature;

    /// <summary>Writes the body of a wrapper that has no built-in aspect.</summary>
    public static void WriteBody(SourceWriter writer, AspectMethodModel method)
    {
        if (method.UserAspects is { } aspects)
        {
            HookBodyWriter.Write(writer, method, aspects, layer: 0);
            return;
        }

        writer.Line(CoreResult.Return(method, InnerCallWriter.Call(method)));
    }

    /// <summary>Writes the methods that stand beside the wrapper.</summary>
    public static void WriteLayers(SourceWriter writer, AspectMethodModel method)
    {
        if (method.UserAspects is not { } aspects)
        {
            return;
        }

        for (var layer = IsInWrapper(method) ? 1 : 0; layer < aspects.Layers.Count; layer++)
        {
            writer.Line();
            SignatureWriter.Write(writer, aspects.Signature with
            {
                Name = aspects.Layers[layer].MethodName,
                Modifiers = aspects.Signature.Modifiers + (IsAsync(method, aspects.Layers[layer]) ? " async" : string.Empty),
            });
            writer.OpenBlock();
            HookBodyWriter.Write(writer, method, aspects, layer);
            writer.CloseBlock();
        }
    }

    private static bool IsInWrapper(AspectMethodModel method) => method.Operation.Aspects == AspectSet.None;

    // A stream awaits its hooks where it is pulled.
    private static bool IsAsync(AspectMethodModel method, UserAspectModel layer) => layer.IsAsync && method.Shape == ResultShape.Awaitable;
}
