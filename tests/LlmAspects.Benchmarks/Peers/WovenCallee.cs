using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>The callee that AspectInjector weaves when the project is built.</summary>
public sealed class WovenCallee : ICallee
{
    /// <inheritdoc/>
    [InjectedAspect]
    public int Compute(int value) => Work.Compute(value);
}
