using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;
using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>The cases of the budgets under BenchmarkDotNet, a second opinion on the ratio runner.</summary>
public abstract class GroupBenchmarks(CaseGroup group) : IDisposable
{
    private const int Operations = 1_000;
    private ActivityListener? _listener;

    /// <summary>The cases of the group.</summary>
    public IEnumerable<BenchmarkCase> Cases => group.Cases;

    /// <summary>The case of this run.</summary>
    [ParamsSource(nameof(Cases))]
    public BenchmarkCase Case { get; set; } = null!;

    /// <summary>Listens to the spans of a traced group.</summary>
    [GlobalSetup]
    public void Listen() => _listener = group.IsTraced ? SpanListening.Begin() : null;

    /// <summary>A thousand operations.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public void Run() => Case.Run(Operations);

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _listener?.Dispose();
        GC.SuppressFinalize(this);
    }
}
