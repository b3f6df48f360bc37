using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Value tasks that are complete when they are returned.</summary>
[MemoryDiagnoser]
public class CompletedValueTaskBenchmarks() : GroupBenchmarks(CaseCatalogue.CompletedValueTask);
