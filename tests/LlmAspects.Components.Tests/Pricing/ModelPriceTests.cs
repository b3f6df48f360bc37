using LlmAspects.Components.Pricing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pricing;

public class ModelPriceTests
{
    private static readonly ModelPrice Plain = new() { Input = 2m, Output = 8m };
    private static readonly ModelPrice Cached = Plain with { CachedInput = 0.5m, CacheWrite = 2.5m };

    [Fact]
    public void Price_IsForAMillionTokens() => Plain.CostOf(1_000_000, 500_000).ShouldBe(6m);

    // 0.1 + 0.2 is not 0.3 in binary fractions.
    [Fact]
    public void Decimals_AreExact() => new ModelPrice { Input = 0.1m, Output = 0.2m }.CostOf(1, 1).ShouldBe(0.0000003m);

    [Fact]
    public void ManyTokensAtALongPrice_AreExact() =>
        new ModelPrice { Input = 0.123456789m, Output = 0m }.CostOf(1_000_000_000_003, 0).ShouldBe(123_456.789_000_370_370_367m);

    [Fact]
    public void CachedTokens_AreAPartOfTheInputAtTheirOwnPrice() => Cached.CostOf(Usage(input: 1_000, output: 100, cached: 600)).ShouldBe(0.0008m + 0.0003m + 0.0008m);

    [Fact]
    public void CachedTokensWithoutAPrice_CostAsOtherInput() => Plain.CostOf(Usage(input: 1_000, output: 100, cached: 600)).ShouldBe(Plain.CostOf(1_000, 100));

    [Fact]
    public void WrittenTokens_AreAPartOfTheInputAtTheirOwnPrice() =>
        Cached.CostOf(Usage(input: 1_000, output: 0, cached: 600, written: 300)).ShouldBe(0.0002m + 0.0003m + 0.00075m);

    [Fact]
    public void WrittenTokensWithoutAPrice_CostAsOtherInput() => Plain.CostOf(Usage(input: 1_000, output: 0, written: 300)).ShouldBe(0.002m);

    [Fact]
    public void CachedTokensBeyondTheInput_AreChargedAllTheSame() => Cached.CostOf(Usage(input: 10, output: 0, cached: 600)).ShouldBe(0.0003m);

    [Fact]
    public void ReasoningTokens_AreBilledOnceAsOutput()
    {
        UsageDetails usage = Usage(input: 0, output: 100);
        usage.ReasoningTokenCount = 90;

        Cached.CostOf(usage).ShouldBe(0.0008m);
    }

    [Theory]
    [InlineData(null, 1L)]
    [InlineData(1L, null)]
    public void MissingInputOrOutput_HasNoPrice(long? input, long? output) =>
        Plain.CostOf(new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = 5 }).ShouldBeNull();

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, -1, 0, 0)]
    [InlineData(0, 0, -1, 0)]
    [InlineData(0, 0, 0, -1)]
    public void NegativeCount_Throws(long input, long output, long cached, long written) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cached.CostOf(Usage(input, output, cached, written)));

    [Fact]
    public void LargestCounts_DoNotOverflow() =>
        new ModelPrice { Input = 1_000_000m, Output = 1_000_000m }.CostOf(Usage(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue)).ShouldBe(3m * long.MaxValue);

    private static UsageDetails Usage(long input, long output, long? cached = null, long? written = null) => new()
    {
        InputTokenCount = input,
        OutputTokenCount = output,
        CachedInputTokenCount = cached,
        AdditionalCounts = written is { } count ? new AdditionalPropertiesDictionary<long> { ["CacheCreationInputTokens"] = count } : null,
    };
}
