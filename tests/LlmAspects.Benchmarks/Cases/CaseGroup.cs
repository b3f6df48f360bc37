using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>Cases that are compared with each other. <see cref="IsTraced"/> means that somebody listens to the spans meanwhile.</summary>
public sealed record CaseGroup(string Name, bool IsTraced, IReadOnlyList<BenchmarkCase> Cases)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
