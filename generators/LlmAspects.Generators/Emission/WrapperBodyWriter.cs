using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Chooses the body of a wrapper: thin in every case, because what it does is in the runtime.</summary>
internal static class WrapperBodyWriter
{
    public static void Write(SourceWriter writer, AspectMethodModel method)
    {
        if (method.Operation.Aspects == AspectSet.None)
        {
            WriteCall(writer, method);
        }
        else if (IsTimed(method))
        {
            TimedBodyWriter.Write(writer, method);
        }
        else
        {
            UntimedBodyWriter.Write(writer, method);
        }
    }

    // Below the level of its assembly a method is as if it had no aspect.
    private static void WriteCall(SourceWriter writer, AspectMethodModel method)
    {
        var call = InnerCallWriter.Write(writer, method);
        writer.Line(method.Shape == ResultShape.Void ? $"{call};" : $"return {CoreResult.Reference(method.Shape)}{call};");
    }

    // A stream or sequence times itself, from its first pull.
    private static bool IsTimed(AspectMethodModel method)
        => method.Shape is not (ResultShape.Stream or ResultShape.Sequence) && (method.Operation.Aspects & AspectSet.TracePerformance) != 0;
}
