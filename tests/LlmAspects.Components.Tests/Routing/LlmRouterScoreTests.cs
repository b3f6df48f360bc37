using CsCheck;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class LlmRouterScoreTests
{
    [Fact]
    public void Score_IsTheWeightedSum()
    {
        ModelInfo dear = TestModels.Model("dear", price: 4m, priority: 1) with { TypicalLatency = TimeSpan.FromSeconds(1) };
        ModelInfo cheap = TestModels.Model("cheap", price: 1m, priority: 0.2) with { TypicalLatency = TimeSpan.FromSeconds(4) };

        RouteDecision decision = new LlmRouter(new ModelCatalog(cheap, dear)).Route(new RouteRequest { InputTokens = 100 });

        decision.Candidates.Select(candidate => candidate.Model.Id).ShouldBe(["dear", "cheap"]);
        decision.Candidates[0].Score.ShouldBe((0.4 * 1) + (0.3 * 0.5) + (0.2 * 0) + (0.1 * 1), 1e-9);
        decision.Candidates[1].Score.ShouldBe((0.4 * 0.2) + (0.3 * 0.5) + (0.2 * 0.75) + (0.1 * 0.25), 1e-9);
    }

    [Fact]
    public void EqualScores_KeepTheOrderOfTheCatalogue() =>
        Order(new LlmRouter(new ModelCatalog(TestModels.Model("b"), TestModels.Model("a"), TestModels.Model("c")))).ShouldBe(["b", "a", "c"]);

    [Fact]
    public void FailuresOfATask_PutTheModelBehind_ForThatTaskAndTenantOnly()
    {
        LlmRouter router = TwoEqual();
        for (int i = 0; i < 5; i++)
        {
            router.ReportOutcome("a", LlmTask.Code, new ModelOutcome(false), "t");
        }

        Order(router, new RouteRequest { Task = LlmTask.Code, Tenant = "t" }).ShouldBe(["b", "a"]);
        Order(router, new RouteRequest { Task = LlmTask.Code }).ShouldBe(["a", "b"]);
        Order(router, new RouteRequest { Task = LlmTask.Chat, Tenant = "t" }).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void OneFailureLongAgo_IsOutweighedBySuccesses()
    {
        LlmRouter router = TwoEqual();
        router.ReportOutcome("a", LlmTask.Code, new ModelOutcome(false));
        for (int i = 0; i < 5; i++)
        {
            router.ReportOutcome("a", LlmTask.Code, new ModelOutcome(true));
        }

        Order(router, new RouteRequest { Task = LlmTask.Code }).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Quality_CountsWhereItWasMeasured()
    {
        LlmRouter router = TwoEqual();
        router.ReportOutcome("a", LlmTask.Code, new ModelOutcome(true) { Quality = 0.6 });
        router.ReportOutcome("b", LlmTask.Code, new ModelOutcome(true) { Quality = 0.9 });

        Order(router, new RouteRequest { Task = LlmTask.Code }).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void CallsUnderWay_TakeOffTheScore()
    {
        var health = new FakeHealth { ["a"] = new() { InFlight = 10 } };
        var router = new LlmRouter(new ModelCatalog(TestModels.Model("a"), TestModels.Model("b")), health: health);

        RouteDecision decision = router.Route(new RouteRequest());

        decision.Model.Id.ShouldBe("b");
        (decision.Candidates[0].Score - decision.Candidates[1].Score).ShouldBe(0.05, 1e-9);
    }

    [Fact]
    public void PreferredModel_IsFirstWhenItIsCapable()
    {
        var router = new LlmRouter(new ModelCatalog(TestModels.Model("a", priority: 1), TestModels.Model("b"), TestModels.Model("small", contextWindow: 10, maxOutputTokens: 5)));

        Order(router, new RouteRequest { PreferredModelId = "b", InputTokens = 100 }).ShouldBe(["b", "a"]);
        Order(router, new RouteRequest { PreferredModelId = "small", InputTokens = 100 }).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void UnavailableModel_IsLastWithTheReason()
    {
        LlmRouter router = WithOpenBreakerOnA(new LlmRouterOptions());

        RouteDecision decision = router.Route(new RouteRequest { PreferredModelId = "a" });

        decision.Candidates.Select(candidate => candidate.Model.Id).ShouldBe(["b", "a"]);
        decision.Candidates[1].Reason.ShouldStartWith("last, because five calls failed");
    }

    [Fact]
    public void UnavailableModelUnderExcludeUnavailable_IsExcluded() =>
        WithOpenBreakerOnA(new LlmRouterOptions { ExcludeUnavailable = true }).Route(new RouteRequest()).Exclusions.Single().Cause.ShouldBe(RouteExclusionCause.Unavailable);

    [Fact]
    public void FreeModelsOnly_AllHaveTheBestCost() =>
        new LlmRouter(new ModelCatalog(TestModels.Model("a", price: 0m, priority: 0))).Route(new RouteRequest()).Candidates[0].Score.ShouldBe(0.15 + 0.2 + 0.1, 1e-9);

    [Fact]
    public void AnyCatalogueAndRequest_EveryModelIsEitherCandidateOrExcluded()
    {
        Gen<ModelInfo> model = Gen.Select(Gen.Int[1, 5_000], Gen.Int[1, 2_000], Gen.Double[0, 1], Gen.Int[0, 3]).Select((window, output, priority, price) =>
            TestModels.Model("m", price == 3 ? null : price, window, output, priority));
        Gen.Select(model.Array[1, 6], Gen.Int[0, 5_000], Gen.Int[1, 2_000], Gen.Bool).Sample((models, input, output, limited) =>
        {
            ModelInfo[] named = [.. models.Select((info, index) => info with { Id = $"m{index}" })];
            var request = new RouteRequest { InputTokens = input, MaxOutputTokens = output, CostLimit = limited ? 0.003m : null };
            ModelInfo[] capable = [.. named.Where(info => output <= info.MaxOutputTokens && input + output <= info.ContextWindow && (!limited || info.CostOf(input, output) <= 0.003m))];
            try
            {
                RouteDecision decision = new LlmRouter(new ModelCatalog(named)).Route(request);
                decision.Candidates.Select(candidate => candidate.Model).ShouldBe(capable, ignoreOrder: true);
                decision.Candidates.Select(candidate => candidate.Score).ShouldBeInOrder(SortDirection.Descending);
                (decision.Candidates.Count + decision.Exclusions.Count).ShouldBe(named.Length);
            }
            catch (NoCapableModelException error)
            {
                capable.ShouldBeEmpty();
                error.Exclusions.Length.ShouldBe(named.Length);
            }
        });
    }

    private static LlmRouter TwoEqual() => new(new ModelCatalog(TestModels.Model("a"), TestModels.Model("b")));

    private static LlmRouter WithOpenBreakerOnA(LlmRouterOptions options)
    {
        var health = new FakeHealth
        {
            ["a"] = new() { State = BreakerState.Open, UnavailableUntil = DateTimeOffset.UnixEpoch, Reason = "five calls failed" },
        };
        return new LlmRouter(new ModelCatalog(TestModels.Model("a", priority: 1), TestModels.Model("b")), options, health);
    }

    private static IEnumerable<string> Order(LlmRouter router, RouteRequest? request = null) =>
        router.Route(request ?? new RouteRequest()).Candidates.Select(candidate => candidate.Model.Id);
}
