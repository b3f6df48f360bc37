using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Items of a stream that never waits.</summary>
[MemoryDiagnoser]
public class ItemBenchmarks() : GroupBenchmarks(CaseCatalogue.Items);
