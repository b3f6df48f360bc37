using CsCheck;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class LatencyBucketsTests
{
    [Fact]
    public void EveryValue_LiesWithinItsBucket() => Gen.Long[0, long.MaxValue].Sample(value =>
    {
        var index = LatencyBuckets.IndexOf(value);
        return index >= 0 && index < LatencyBuckets.Count && LatencyBuckets.LowerBound(index) <= value && value <= LatencyBuckets.UpperBound(index);
    });

    [Fact]
    public void Buckets_AdjoinAndAreAtMostAnEighthWide()
    {
        for (var index = 0; index < LatencyBuckets.Count - 1; index++)
        {
            var lower = LatencyBuckets.LowerBound(index);
            LatencyBuckets.IndexOf(lower).ShouldBe(index);
            LatencyBuckets.IndexOf(LatencyBuckets.UpperBound(index)).ShouldBe(index);
            ((LatencyBuckets.UpperBound(index) - lower) / Math.Max(1.0, lower)).ShouldBeLessThanOrEqualTo(0.125);
        }

        LatencyBuckets.IndexOf(long.MaxValue).ShouldBe(LatencyBuckets.Count - 1);
    }
}
