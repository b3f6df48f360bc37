using LlmAspects.Runtime;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>The same sink for every peer: nothing on success, the error record on failure.</summary>
internal static class PeerSink
{
    public static readonly Operation Operation = Operation.Create("peer", "call", AspectKinds.ErrorContext);
}
