using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>Asks a result whether the call failed. A getter that throws says nothing and is counted.</summary>
internal static class ResultVerdict
{
    internal static bool IsFailure<TResult, TTags>(in TResult result)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        try
        {
            return TTags.IsFailure(result);
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            return false;
        }
    }

    internal static string ErrorTypeOf<TResult, TTags>(in TResult result)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        try
        {
            return TTags.ErrorTypeOf(result) is { } type && TagWriter.Cut(TagWriter.TextOf(type)) is { Length: > 0 } text ? text : TelemetryNames.OtherError;
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            return TelemetryNames.OtherError;
        }
    }
}
