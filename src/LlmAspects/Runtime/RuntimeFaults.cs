namespace LlmAspects.Runtime;

/// <summary>Counts exceptions of listeners, loggers and meters, which must never reach the traced program.</summary>
internal static class RuntimeFaults
{
    private static long s_count;
    private static string? s_lastType;

    internal static long Count => Interlocked.Read(ref s_count);

    internal static string? LastType => Volatile.Read(ref s_lastType);

    internal static void Note(Exception fault)
    {
        Interlocked.Increment(ref s_count);
        Volatile.Write(ref s_lastType, ExceptionNames.Of(fault));
    }
}
