namespace LlmAspects.Runtime;

/// <summary>
/// The streams that were dropped without an end. The finalizer thread only links them up, without allocating; the next call of
/// the runtime that begins a stream or reads a report records them, for listeners run on its thread.
/// </summary>
internal static class AbandonedStreams
{
    private static StreamCall? s_first;

    internal static void Add(StreamCall call)
    {
        StreamCall? first;
        do
        {
            first = Volatile.Read(ref s_first);
            call.NextAbandoned = first;
        }
        while (Interlocked.CompareExchange(ref s_first, call, first) != first);
    }

    internal static void Record()
    {
        if (Volatile.Read(ref s_first) is not null)
        {
            RecordAll();
        }
    }

    private static void RecordAll()
    {
        for (var call = Interlocked.Exchange(ref s_first, null); call is not null; call = call.NextAbandoned)
        {
            call.Abandon();
        }
    }
}
