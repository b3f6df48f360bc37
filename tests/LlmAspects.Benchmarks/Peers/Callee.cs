using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>The bare callee; virtual for the class proxy.</summary>
public class Callee : ICallee
{
    /// <inheritdoc/>
    public virtual int Compute(int value) => Work.Compute(value);
}
