namespace LlmAspects.Runtime;

/// <summary>
/// The full chunks of all threads. A thread hands one in every 256 calls and gets the oldest one back, so that one busy thread may fill them all and calls never
/// wait for each other. Made at once: later nothing is allocated.
/// </summary>
internal sealed class MetricArchive(int calls)
{
    private readonly MetricChunk[] _chunks = [.. Enumerable.Range(0, (calls + MetricChunk.Capacity - 1) / MetricChunk.Capacity).Select(static _ => new MetricChunk())];
    private uint _exchanges;

    internal int EstimatedBytes => MetricChunk.EstimatedBytes * _chunks.Length;

    internal MetricChunk Exchange(MetricChunk full)
    {
        var oldest = Interlocked.Exchange(ref _chunks[Interlocked.Increment(ref _exchanges) % (uint)_chunks.Length], full);
        oldest.Reuse();
        return oldest;
    }

    internal MetricChunk[] Snapshot()
    {
        var chunks = new MetricChunk[_chunks.Length];
        for (var index = 0; index < chunks.Length; index++)
        {
            chunks[index] = Volatile.Read(ref _chunks[index]);
        }

        return chunks;
    }
}
