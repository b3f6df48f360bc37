using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Tasks that are faulted when they are returned, with a span.</summary>
[MemoryDiagnoser]
public class TracedFaultBenchmarks() : GroupBenchmarks(CaseCatalogue.Errors[4]);
