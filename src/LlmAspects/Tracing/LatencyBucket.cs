namespace LlmAspects.Tracing;

/// <summary>How many calls took a time within a range: one bar of a latency distribution.</summary>
/// <param name="FromMilliseconds">The shortest duration of the range.</param>
/// <param name="ToMilliseconds">The end of the range, which belongs to the next one. It is at most 12.5 % above the beginning.</param>
/// <param name="Count">The calls.</param>
public sealed record LatencyBucket(double FromMilliseconds, double ToMilliseconds, long Count);
