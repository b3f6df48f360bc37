using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Value tasks that complete later.</summary>
[MemoryDiagnoser]
public class PendingValueTaskBenchmarks() : GroupBenchmarks(CaseCatalogue.PendingValueTask);
