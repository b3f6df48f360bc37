using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class RoutingStrategyTests
{
    private readonly FakeHealth _health = [];

    [Fact]
    public void LowestCost_OrdersByThePriceOfTheCallAndUnknownLast()
    {
        RouteDecision decision = Router(Priced("unknown", null, 1m), Priced("in", 1m, 4m), Priced("out", 2m, 2m))
            .Route(new RouteRequest { InputTokens = 1_000, MaxOutputTokens = 100, Strategy = RoutingStrategy.LowestCost });

        Ids(decision).ShouldBe(["in", "out", "unknown"]);
        decision.Candidates[0].Reason.ShouldBe("the call costs up to 0.0014 USD");
        decision.Candidates[2].Reason.ShouldBe("its price is not known");
        decision.Strategy.ShouldBe("lowest_cost");
    }

    [Fact]
    public void LowestCost_FollowsTheShareOfTheOutput() =>
        Ids(Router(Priced("in", 1m, 4m), Priced("out", 2m, 2m)).Route(new RouteRequest { InputTokens = 100, MaxOutputTokens = 1_000, Strategy = RoutingStrategy.LowestCost }))
            .ShouldBe(["out", "in"]);

    [Fact]
    public void LowestCost_SeesWhatRoundingHides() =>
        Ids(Router(Priced("dear", 1.000001m, 1m), Priced("cheap", 1m, 1m)).Route(new RouteRequest { InputTokens = 1_000, Strategy = RoutingStrategy.LowestCost }))
            .ShouldBe(["cheap", "dear"]);

    [Fact]
    public void Fastest_OrdersByTheMeasuredOrTypicalLatency()
    {
        _health["b"] = new() { Latency = TimeSpan.FromSeconds(1), LatencyP95 = TimeSpan.FromSeconds(3) };

        RouteDecision decision = Equal("a", "b").Route(new RouteRequest { Strategy = RoutingStrategy.Fastest });

        Ids(decision).ShouldBe(["b", "a"]);
        decision.Candidates.Select(candidate => candidate.Reason).ShouldBe(["usually answers in 1 s, 95 % within 3 s", "usually answers in 2 s"]);
        decision.Candidates.Select(candidate => candidate.Score).ShouldBe([1, 0.5]);
    }

    [Theory]
    [InlineData(ModelCapabilities.Streaming, "b", "first token usually after 0.2 s; usually answers in 9 s")]
    [InlineData(ModelCapabilities.None, "a", "usually answers in 3 s")]
    public void FastestForAStream_ComparesTimesToFirstToken(ModelCapabilities needed, string first, string reason)
    {
        _health["a"] = new() { Latency = TimeSpan.FromSeconds(3), TimeToFirstToken = TimeSpan.FromSeconds(1) };
        _health["b"] = new() { Latency = TimeSpan.FromSeconds(9), TimeToFirstToken = TimeSpan.FromSeconds(0.2) };

        RouteDecision decision = Equal("a", "b").Route(new RouteRequest { Strategy = RoutingStrategy.Fastest, RequiredCapabilities = needed });

        decision.Model.Id.ShouldBe(first);
        decision.Candidates[0].Reason.ShouldBe(reason);
    }

    [Fact]
    public void FastestForAStream_ComparesAnswersWhileOneFirstTokenIsUnknown()
    {
        _health["a"] = new() { Latency = TimeSpan.FromSeconds(3) };
        _health["b"] = new() { Latency = TimeSpan.FromSeconds(9), TimeToFirstToken = TimeSpan.FromSeconds(0.2) };

        Ids(Equal("a", "b").Route(new RouteRequest { Strategy = RoutingStrategy.Fastest, RequiredCapabilities = ModelCapabilities.Streaming })).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void QualityAndReliability_AreDifferentOrders()
    {
        LlmRouter router = Equal("good", "steady");
        Report(router, "good", [1, 1, 0, 1]);
        Report(router, "steady", [0.6, 0.6, 0.6, 0.6]);

        RouteDecision quality = router.Route(new RouteRequest { Strategy = RoutingStrategy.BestQuality });
        RouteDecision reliability = router.Route(new RouteRequest { Strategy = RoutingStrategy.MostReliable });

        Ids(quality).ShouldBe(["good", "steady"]);
        Ids(reliability).ShouldBe(["steady", "good"]);
        // What was learned fades while the test runs, by less than a thousandth.
        quality.Candidates[0].Reason.ShouldStartWith("performance 0.66");
        reliability.Candidates[0].Reason.ShouldStartWith("share of successes 0.83");
    }

    [Fact]
    public void RoundRobin_TakesTurnsAndSaysThePlace()
    {
        LlmRouter router = Equal("a", "b", "c");
        var request = new RouteRequest { Strategy = RoutingStrategy.RoundRobin };

        string.Concat(Enumerable.Range(0, 6).Select(_ => router.Route(request).Model.Id)).ShouldBe("abcabc");
        RouteDecision decision = router.Route(request);
        Ids(decision).ShouldBe(["a", "b", "c"]);
        decision.Candidates[1].Reason.ShouldBe("turn 2 of 3");
    }

    [Fact]
    public void RoundRobin_IsFairWhereRequestsDiffer()
    {
        LlmRouter router = Router(TestModels.Model("a"), TestModels.Model("b"), TestModels.Model("small", contextWindow: 10, maxOutputTokens: 5));
        var firsts = new List<string>();
        for (int i = 0; i < 60; i++)
        {
            firsts.Add(router.Route(new RouteRequest { Strategy = RoutingStrategy.RoundRobin, InputTokens = i % 2 == 0 ? 100 : 1 }).Model.Id);
        }

        firsts.CountBy(id => id).ToDictionary().ShouldAllBe(pair => pair.Value >= 15 && pair.Value <= 25);
    }

    [Fact]
    public void RoundRobin_PassesOverAModelThatIsHeldBack()
    {
        _health["b"] = new() { UnavailableUntil = DateTimeOffset.UnixEpoch, Reason = "it rests" };
        LlmRouter router = Equal("a", "b", "c");

        string.Concat(Enumerable.Range(0, 4).Select(_ => router.Route(new RouteRequest { Strategy = RoutingStrategy.RoundRobin }).Model.Id)).ShouldBe("acac");
    }

    [Fact]
    public void Weighted_SharesTheLoadByWeight()
    {
        LlmRouter router = Router(TestModels.Model("a") with { Weight = 3 }, TestModels.Model("b"), TestModels.Model("never") with { Weight = 0 });

        int first = Enumerable.Range(0, 4_000).Count(_ => router.Route(new RouteRequest { Strategy = RoutingStrategy.Weighted }).Model.Id == "a");

        // With two models to draw both are drawn always, and the one with more weight has less load for its weight.
        first.ShouldBe(4_000);
        Router(TestModels.Model("never") with { Weight = 0 }).Route(new RouteRequest { Strategy = RoutingStrategy.Weighted }).Model.Id.ShouldBe("never");
    }

    [Fact]
    public void Weighted_PrefersTheLessLoadedOfTwo()
    {
        _health["a"] = new() { InFlight = 4 };
        _health["b"] = new() { InFlight = 1 };

        RouteDecision decision = Equal("a", "b").Route(new RouteRequest { Strategy = RoutingStrategy.Weighted });

        Ids(decision).ShouldBe(["b", "a"]);
        decision.Candidates.Select(candidate => candidate.Reason).ShouldBe(["drawn by weight 1, calls under way: 1", "weight 1, calls under way: 4"]);
    }

    [Fact]
    public void PicksWithoutLoad_DoNotCountAsLoad()
    {
        LlmRouter router = Equal("a", "b");
        for (int i = 0; i < 1_000; i++)
        {
            router.Route(new RouteRequest());
        }

        router.Route(new RouteRequest()).Model.Id.ShouldBe("a");
    }

    [Fact]
    public void StrategyOfTheOptions_HoldsWhereTheRequestNamesNone()
    {
        var router = new LlmRouter(new ModelCatalog(TestModels.Model("a"), TestModels.Model("b")), new LlmRouterOptions { Strategy = RoutingStrategy.RoundRobin });

        router.Route(new RouteRequest()).Strategy.ShouldBe("round_robin");
        router.Route(new RouteRequest { Strategy = RoutingStrategy.Balanced }).Strategy.ShouldBe("balanced");
    }

    [Fact]
    public void UnknownStrategy_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Equal("a").Route(new RouteRequest { Strategy = (RoutingStrategy)8 }));
        Should.Throw<ArgumentOutOfRangeException>(() => Equal("a").Route(new RouteRequest { Strategy = (RoutingStrategy)(-1) }));
        Should.Throw<ArgumentException>(() => Equal("a").Route(new RouteRequest { Strategy = RoutingStrategy.AbTest }));
        Should.Throw<ArgumentException>(() => new LlmRouter(new ModelCatalog(), new LlmRouterOptions { Strategy = RoutingStrategy.AbTest }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmRouter(new ModelCatalog(), new LlmRouterOptions { Strategy = (RoutingStrategy)9 }));
    }

    private LlmRouter Equal(params string[] ids) => Router([.. ids.Select(id => TestModels.Model(id))]);

    private LlmRouter Router(params ModelInfo[] models) => new(new ModelCatalog(models), health: _health, random: new Random(1));

    private static ModelInfo Priced(string id, decimal? input, decimal? output) => TestModels.Model(id) with { InputPricePerMillion = input, OutputPricePerMillion = output };

    private static void Report(LlmRouter router, string model, double[] qualities)
    {
        foreach (double quality in qualities)
        {
            router.ReportOutcome(model, LlmTask.General, new ModelOutcome(quality > 0) { Quality = quality });
        }
    }

    private static IEnumerable<string> Ids(RouteDecision decision) => decision.Candidates.Select(candidate => candidate.Model.Id);
}
