using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Tasks that fault later.</summary>
[MemoryDiagnoser]
public class PendingFaultBenchmarks() : GroupBenchmarks(CaseCatalogue.Errors[2]);
