using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Reads the clock for one call in <see cref="OperationOptions.SampleEvery"/>, counted on each thread; the first one is timed. A call that is not timed is counted here already, so that its success costs nothing more.</summary>
    /// <returns>The timestamp at entry; 0 for a call that is counted only.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Sample() =>
        !LlmAspectsSwitch.IsEnabled || (_sampleEvery > 1 && !StatisticsRecorder.TakesSample(_id, _sampleEvery, countsOthers: true)) ? 0 : Stopwatch.GetTimestamp();

    /// <summary>Whether the next call of this thread is timed; none is counted yet.</summary>
    internal bool TakesSample() => _sampleEvery < 2 || StatisticsRecorder.TakesSample(_id, _sampleEvery, countsOthers: false);
}
