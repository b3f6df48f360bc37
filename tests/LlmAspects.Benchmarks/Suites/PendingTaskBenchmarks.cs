using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Tasks that complete later.</summary>
[MemoryDiagnoser]
public class PendingTaskBenchmarks() : GroupBenchmarks(CaseCatalogue.PendingTask);
