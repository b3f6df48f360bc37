using System.Runtime.CompilerServices;
using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>What all cases call: as little as can be, never inlined, so that only the way there differs.</summary>
internal static class Work
{
    private static readonly Task<int> Done = Task.FromResult(42);

    public static readonly Trigger Signal = new();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Compute(int value) => (value * 31) + 7;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Throw(int value) => value < 0 ? value : throw new InvalidOperationException("boom");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> Complete() => Done;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<int> CompleteValue(int value) => new(value);

    public static async Task<int> Suspend(int value)
    {
        await Signal;
        return value;
    }

    public static async ValueTask<int> SuspendValue(int value)
    {
        await Signal;
        return value;
    }

    public static async Task<int> Fault(bool pending)
    {
        if (pending)
        {
            await Signal;
        }

        throw new InvalidOperationException("boom");
    }

    public static async IAsyncEnumerable<int> Stream(int count, bool pending)
    {
        for (var item = 0; item < count; item++)
        {
            if (pending)
            {
                await Signal;
            }

            yield return item;
        }

        if (count == 0)
        {
            await Task.CompletedTask;
        }
    }
}
