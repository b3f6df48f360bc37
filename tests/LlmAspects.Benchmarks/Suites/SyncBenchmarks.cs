using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Synchronous calls, nobody listens.</summary>
[MemoryDiagnoser]
public class SyncBenchmarks() : GroupBenchmarks(CaseCatalogue.Sync);
