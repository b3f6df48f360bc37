namespace LlmAspects.Benchmarks.Measuring;

/// <summary>Nanoseconds a round and bytes of one operation.</summary>
internal sealed record CaseResult(IReadOnlyList<double> Nanoseconds, double Bytes);
