using LlmAspects.Components.Pricing;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Tokens;

public class TokenCounterPriceTests
{
    private static readonly ModelCatalog Catalog = new(TestModels.Model("listed", price: 100m), TestModels.Model("own", price: 3m));

    private static readonly PriceTable Prices = PriceTable.Parse("""
        {
          "version": 1,
          "currency": "USD",
          "models": {
            "listed": [
              { "from": "2026-03-01", "standard": { "input": 2, "cachedInput": 0.2, "output": 8 }, "batch": { "input": 1, "output": 4 } },
              { "from": "2026-04-01", "standard": { "input": 1, "output": 4 } }
            ],
            "stranger": [ { "from": "2026-03-01", "standard": { "input": 5, "output": 5 } } ]
          }
        }
        """);

    private static readonly UsageDetails Usage = new() { InputTokenCount = 1_000_000, OutputTokenCount = 1_000_000, CachedInputTokenCount = 500_000 };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 31, 23, 59, 59, TimeSpan.Zero));

    [Fact]
    public void Table_HasTheWordOverTheCatalogue() => Counter().EstimateCost("listed", 1_000_000, 1_000_000).ShouldBe(10m);

    [Fact]
    public void ModelThatTheTableDoesNotName_KeepsThePricesOfTheCatalogue() => Counter().EstimateCost("own", 1_000_000, 1_000_000).ShouldBe(6m);

    [Fact]
    public void WithoutATable_TheCatalogueSaysThePrice() => new TokenCounter(Catalog).EstimateCost("listed", 1_000_000, 1_000_000).ShouldBe(200m);

    [Fact]
    public void Clock_SaysWhichPriceIsValid()
    {
        TokenCounter counter = Counter();
        counter.RecordUsage("listed", Usage).ShouldBe(1m + 0.1m + 8m);

        _time.Advance(TimeSpan.FromSeconds(1));

        counter.RecordUsage("listed", Usage).ShouldBe(5m);
        counter.GetTotals("listed").Cost.ShouldBe(14.1m);
        counter.GetTotals("listed", new DateOnly(2026, 4, 1)).Cost.ShouldBe(5m);
    }

    [Fact]
    public void BeforeTheFirstEntry_TheCostIsNotKnown()
    {
        _time.AdjustTime(new DateTimeOffset(2026, 2, 28, 0, 0, 0, TimeSpan.Zero));
        TokenCounter counter = Counter();

        counter.RecordUsage("listed", Usage).ShouldBeNull();
        counter.GetTotals("listed").UnpricedCalls.ShouldBe(1);
    }

    [Fact]
    public void BatchTier_IsPricedByTheTableOnly()
    {
        Counter().EstimateCost("listed", 1_000_000, 1_000_000, PriceTier.Batch).ShouldBe(5m);
        Counter().RecordUsage("listed", Usage, PriceTier.Batch).ShouldBe(5m);
        Counter().EstimateCost("own", 1, 1, PriceTier.Batch).ShouldBeNull();
    }

    [Fact]
    public void ModelOutsideTheCatalogue_ThrowsUnlessItIsEstimated()
    {
        Should.Throw<UnknownModelException>(() => Counter().EstimateCost("stranger", 1, 1));

        TokenCounter counter = Counter(UnknownModelPolicy.Estimate);
        counter.EstimateCost("stranger", 1_000_000, 0).ShouldBe(5m);
        counter.EstimateCost("nobody", 1_000_000, 0).ShouldBeNull();
    }

    [Fact]
    public void NegativeUsage_IsNotBooked()
    {
        TokenCounter counter = Counter();

        Should.Throw<ArgumentOutOfRangeException>(() => counter.RecordUsage("own", new UsageDetails { InputTokenCount = -1, OutputTokenCount = 1 }));

        counter.GetTotals("own").Calls.ShouldBe(0);
    }

    private TokenCounter Counter(UnknownModelPolicy policy = UnknownModelPolicy.Throw) => new(Catalog, new TokenCounterOptions { Prices = Prices, UnknownModel = policy }, _time);
}
