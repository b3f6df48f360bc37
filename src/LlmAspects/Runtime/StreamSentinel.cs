namespace LlmAspects.Runtime;

/// <summary>Becomes garbage with the enumerator that a consumer dropped; the end of the stream dismisses it.</summary>
internal sealed class StreamSentinel(StreamCall call)
{
    ~StreamSentinel() => AbandonedStreams.Add(call);

    // There is nothing to dispose: only the end of the stream makes the finalizer needless.
#pragma warning disable CA1816
    internal void Dismiss() => GC.SuppressFinalize(this);
#pragma warning restore CA1816
}
