using BenchmarkDotNet.Attributes;
using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Suites;

/// <summary>Error context alone, against proxies and weavers.</summary>
[MemoryDiagnoser]
public class InterceptionBenchmarks() : GroupBenchmarks(CaseCatalogue.Interception);
