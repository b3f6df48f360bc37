using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Tasks that are faulted when they are returned.</summary>
[MemoryDiagnoser]
public class FaultBenchmarks() : GroupBenchmarks(CaseCatalogue.Errors[1]);
