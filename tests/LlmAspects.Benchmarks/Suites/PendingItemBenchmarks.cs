using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Items of a stream that waits for each.</summary>
[MemoryDiagnoser]
public class PendingItemBenchmarks() : GroupBenchmarks(CaseCatalogue.PendingItems);
