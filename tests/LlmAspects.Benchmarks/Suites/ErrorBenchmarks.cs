using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Synchronous failures.</summary>
[MemoryDiagnoser]
public class ErrorBenchmarks() : GroupBenchmarks(CaseCatalogue.Errors[0]);
