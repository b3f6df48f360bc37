using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>Ours: the wrapper of the generator, with error context alone.</summary>
internal sealed partial class GeneratedCallee : ICallee
{
    [ErrorContext]
    public partial int Compute(int value);

    private int ComputeCore(int value) => Work.Compute(value);
}
