namespace LlmAspects.Benchmarks.Measuring;

/// <summary>One way to do a thing: <paramref name="Run"/> does it so many times, in a loop of its own, on the calling thread.</summary>
public sealed record BenchmarkCase(string Name, Action<int> Run)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
