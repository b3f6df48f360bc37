using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>A helper that takes a lambda.</summary>
internal sealed class ClosureCallee : ICallee
{
    public int Compute(int value) => Guard(() => Work.Compute(value));

    private static T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception error) when (PeerSink.Operation.Observe(error))
        {
            throw;
        }
    }
}
