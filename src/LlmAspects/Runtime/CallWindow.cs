using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>
/// How many calls and errors an operation had on one thread when each of the last spans of ten seconds began. One writer, plain stores; a reader
/// subtracts what stood there from what stands now.
/// </summary>
internal sealed class CallWindow
{
    /// <summary>The length of a span in ticks of <see cref="Stopwatch"/>.</summary>
    internal static readonly long SpanTicks = 10 * Stopwatch.Frequency;

    /// <summary>The longest time that can be asked for: the spans kept, without the one that may be overwritten meanwhile and the one in which the time begins.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(10 * (Capacity - 2));

    private const int Capacity = 32;

    private readonly Mark[] _marks = new Mark[Capacity];
    private long _count;

    internal static int EstimatedBytes => (Capacity * 24) + 48;

    /// <summary>Notes what was counted before the span in which <paramref name="ended"/> lies.</summary>
    /// <returns>When that span ends.</returns>
    internal long Turn(long ended, long calls, long errors)
    {
        var span = ended / SpanTicks;
        _marks[_count % Capacity] = new Mark(span, calls, errors);
        Volatile.Write(ref _count, _count + 1);
        return (span + 1) * SpanTicks;
    }

    /// <summary>What was counted when the first span that reaches past <paramref name="since"/> began; <see langword="null"/> when there was no call since.</summary>
    internal (long Calls, long Errors)? Before(long since)
    {
        var oldest = since / SpanTicks;
        while (true)
        {
            var end = Volatile.Read(ref _count);
            (long Calls, long Errors)? found = null;
            for (var index = end - 1; index >= Math.Max(0, end - Capacity + 1); index--)
            {
                var mark = _marks[index % Capacity];
                if (mark.Span < oldest)
                {
                    break;
                }

                found = (mark.Calls, mark.Errors);
            }

            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _count) == end)
            {
                return found;
            }
        }
    }

    private readonly record struct Mark(long Span, long Calls, long Errors);
}
