using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Synchronous failures with a span.</summary>
[MemoryDiagnoser]
public class TracedErrorBenchmarks() : GroupBenchmarks(CaseCatalogue.Errors[3]);
