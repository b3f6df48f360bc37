using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Reads the clock for one call in <see cref="OperationOptions.SampleEvery"/>, counted on each thread; the first one is timed.</summary>
    /// <returns>The timestamp at entry; 0 for a call that is counted only.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Sample() => TakesSample() ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Whether the next call of this thread is timed.</summary>
    internal bool TakesSample() => _sampleEvery < 2 || StatisticsRecorder.TakesSample(_id, _sampleEvery);
}
