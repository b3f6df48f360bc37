using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Tasks that fault later, with a span.</summary>
[MemoryDiagnoser]
public class TracedPendingFaultBenchmarks() : GroupBenchmarks(CaseCatalogue.Errors[5]);
