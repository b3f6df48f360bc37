using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Tests.Benchmarks;

public sealed class LimitTests
{
    [Theory]
    [InlineData(1.0, true)]
    [InlineData(2.19, true)]
    [InlineData(2.21, false)]
    public void AtMost_AllowsTenPercentMoreOfATime(double measured, bool isAllowed)
    {
        Limit.AtMostTimes(2).Allows(measured).ShouldBe(isAllowed);
        Limit.AtMostNanoseconds(2).Allows(measured).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData(40.0, true)]
    [InlineData(3.61, true)]
    [InlineData(3.59, false)]
    public void AtLeast_AllowsTenPercentLess(double measured, bool isAllowed) => Limit.AtLeastTimes(4).Allows(measured).ShouldBe(isAllowed);

    [Theory]
    [InlineData(112.0, true)]
    [InlineData(112.01, false)]
    public void Bytes_HaveNoSlack(double measured, bool isAllowed) => Limit.AtMostBytes(112).Allows(measured).ShouldBe(isAllowed);

    [Fact]
    public void Text_NamesDirectionAndUnit()
    {
        Limit.AtMostTimes(1.05).ToString().ShouldBe("<= 1.05x");
        Limit.AtLeastTimes(15).ToString().ShouldBe(">= 15.00x");
        Limit.AtMostNanoseconds(2).ToString().ShouldBe("<= 2.0 ns");
        Limit.AtMostBytes(0).ToString().ShouldBe("<= 0 B");
    }
}
