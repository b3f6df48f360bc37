using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Tasks that are complete when they are returned.</summary>
[MemoryDiagnoser]
public class CompletedTaskBenchmarks() : GroupBenchmarks(CaseCatalogue.CompletedTask);
