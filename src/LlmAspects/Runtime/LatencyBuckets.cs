using System.Numerics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

/// <summary>A log-linear scale: eight buckets an octave, so a bucket is at most 12.5 % wide; values below 16 are exact.</summary>
internal static class LatencyBuckets
{
    private const int SubBits = 3;

    /// <summary>Enough for every non-negative <see cref="long"/>.</summary>
    internal const int Count = ((62 - SubBits) << SubBits) + (2 << SubBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int IndexOf(long value)
    {
        var bits = (ulong)value;
        var shift = 63 - SubBits - BitOperations.LeadingZeroCount(bits | (1UL << SubBits));
        return (shift << SubBits) + (int)(bits >> shift);
    }

    internal static long LowerBound(int index)
    {
        if (index < 2 << SubBits)
        {
            return index;
        }

        var shift = (index >> SubBits) - 1;
        return (long)((index & ((1 << SubBits) - 1)) | (1 << SubBits)) << shift;
    }

    /// <summary>The largest value of the bucket.</summary>
    internal static long UpperBound(int index) => index >= Count - 1 ? long.MaxValue : LowerBound(index + 1) - 1;
}
