using System.Runtime.CompilerServices;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>
/// Methods without aspects that fail: what an error costs anyway. Each is a frame on the stack, as the wrapper is one, into which its Core is inlined;
/// and where spans are taken it has a span like that of the others.
/// </summary>
internal static class Plain
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Failing(int value)
    {
        // Not returned at once: a tail call would leave no frame.
        var result = Work.Throw(value);
        return result + 1;
    }

    public static int FailingInSpan(int value)
    {
        using var activity = Typical.Start("plain.failing");
        return Work.Throw(value);
    }

    public static async Task<int> FaultInSpanAsync(bool pending)
    {
        using var activity = Typical.Start("plain.fault");
        if (pending)
        {
            await Work.Signal;
        }

        throw new InvalidOperationException("boom");
    }
}
