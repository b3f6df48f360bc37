using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Chooses the body of a wrapper: thin in every case, because what it does is in the runtime.</summary>
internal static class WrapperBodyWriter
{
    public static void Write(SourceWriter writer, AspectMethodModel method)
    {
        if (method.Operation.Aspects == AspectSet.None)
        {
            UserAspectWriter.WriteBody(writer, method);
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

    // A stream or sequence times itself, from its first pull.
    private static bool IsTimed(AspectMethodModel method)
        => method.Shape is not (ResultShape.Stream or ResultShape.Sequence) && (method.Operation.Aspects & AspectSet.TracePerformance) != 0;
}
