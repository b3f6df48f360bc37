namespace LlmAspects.Runtime;

/// <summary>Keeps used sources: one for the thread, one for the processor. What finds no place is left to the collector.</summary>
internal static class SourcePool<TSource>
    where TSource : class
{
    // The thread that consumes is seldom the one that creates, so a thread's own slot alone would run dry.
    private static readonly TSource?[] Processors = new TSource?[Environment.ProcessorCount];

    [ThreadStatic]
    private static TSource? t_own;

    internal static TSource? TryTake()
    {
        if (t_own is { } own)
        {
            t_own = null;
            return own;
        }

        ref var slot = ref Slot();
        return slot is null ? null : Interlocked.Exchange(ref slot, null);
    }

    internal static void Return(TSource source)
    {
        if (t_own is null)
        {
            t_own = source;
            return;
        }

        ref var slot = ref Slot();
        if (slot is null)
        {
            Volatile.Write(ref slot, source);
        }
    }

    private static ref TSource? Slot() => ref Processors[(uint)Thread.GetCurrentProcessorId() % (uint)Processors.Length];
}
