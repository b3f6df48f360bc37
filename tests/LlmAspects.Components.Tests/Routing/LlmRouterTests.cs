using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class LlmRouterTests
{
    private readonly ModelCatalog _catalog = new(TestModels.Model("a"), TestModels.Model("b") with { Enabled = false });

    [Fact]
    public void SwitchedOffAndOn_ChangesTheNextDecision()
    {
        var router = new LlmRouter(_catalog);

        router.SetEnabled("a", false);
        router.SetEnabled("b", true);

        router.Route(new RouteRequest()).Candidates.Select(candidate => candidate.Model.Id).ShouldBe(["b"]);
    }

    [Fact]
    public void UnknownModel_CannotBeSwitchedOrTaught()
    {
        var router = new LlmRouter(_catalog);

        Should.Throw<UnknownModelException>(() => router.SetEnabled("c", true));
        Should.Throw<UnknownModelException>(() => router.ReportOutcome("c", LlmTask.Chat, new ModelOutcome(true)));
    }

    [Fact]
    public void QualityOutOfRange_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(
        () => new LlmRouter(_catalog).ReportOutcome("a", LlmTask.Chat, new ModelOutcome(true) { Quality = 1.5 }));

    [Fact]
    public void ReplacedCatalogue_CountsFromTheNextRequest()
    {
        var router = new LlmRouter(_catalog);
        router.Route(new RouteRequest()).Model.Id.ShouldBe("a");

        _catalog.Replace(TestModels.Model("z"));

        router.Route(new RouteRequest()).Model.Id.ShouldBe("z");
    }

    [Fact]
    public void Explanation_NamesCandidatesInOrderThenExclusions()
    {
        var router = new LlmRouter(_catalog);

        IReadOnlyList<Decision> explanation = router.Explain(router.Route(new RouteRequest()));

        explanation.Select(decision => decision.Choice).ShouldBe(["a", "not b"]);
        explanation[0].Reason.ShouldBe("Place 1 by balanced: score 0.450: priority 0.50, performance 0.50, cost 0.00, latency 1.00, load 0.00.");
        explanation[1].ShouldBe(new Decision("llm_router", "not b", "Excluded: it is switched off."));
    }

    [Fact]
    public void Statistics_CountDecisionsRefusalsAndOutcomes()
    {
        var router = new LlmRouter(_catalog);
        router.GetStatistics().Models[0].SuccessRate.ShouldBeNull();
        router.Route(new RouteRequest());
        Should.Throw<NoCapableModelException>(() => router.Route(new RouteRequest { InputTokens = 1_000_000 }));
        router.ReportOutcome("a", LlmTask.Chat, new ModelOutcome(true));
        router.ReportOutcome("a", LlmTask.Chat, new ModelOutcome(false));

        RouterStatistics statistics = router.GetStatistics();

        (statistics.Decisions, statistics.Refusals).ShouldBe((1, 1));
        statistics.Models.ShouldBe([new ModelRouteStatistics("a", true, 1, 2, 1), new ModelRouteStatistics("b", false, 0, 0, 0)]);
        statistics.Models[0].SuccessRate.ShouldBe(0.5);
    }

    [Fact]
    public void ConcurrentUse_CountsExactly()
    {
        var router = new LlmRouter(_catalog);

        Parallel.For(0, 10_000, i =>
        {
            router.Route(new RouteRequest());
            router.ReportOutcome("a", LlmTask.Chat, new ModelOutcome(i % 2 == 0));
        });

        router.GetStatistics().Models[0].ShouldBe(new ModelRouteStatistics("a", true, 10_000, 10_000, 5_000));
    }

    [Fact]
    public void CombinationsBeyondTheBound_AreCountedNotLearned()
    {
        var router = new LlmRouter(new ModelCatalog(TestModels.Model("a"), TestModels.Model("b")), new LlmRouterOptions { MaxLearned = 1 });
        router.ReportOutcome("b", LlmTask.Chat, new ModelOutcome(false), "first");
        router.ReportOutcome("a", LlmTask.Chat, new ModelOutcome(false), "second");

        router.Route(new RouteRequest { Task = LlmTask.Chat, Tenant = "second" }).Model.Id.ShouldBe("a");
        router.GetStatistics().Models[0].Outcomes.ShouldBe(1);
    }

    [Fact]
    public void Defaults_AreAsDocumented() => new LlmRouterOptions().ShouldBe(new LlmRouterOptions
    {
        Strategy = RoutingStrategy.Balanced,
        Exploration = RouteExploration.None,
        AbTest = null,
        LearningHalfLife = TimeSpan.FromHours(6),
        PriorityWeight = 0.4,
        PerformanceWeight = 0.3,
        CostWeight = 0.2,
        LatencyWeight = 0.1,
        LoadWeight = 0.1,
        LearningDecay = 0.98,
        MaxLearned = 10_000,
        ExcludeUnavailable = false,
        NoCapableModelHint = null,
    });

    [Fact]
    public void OptionOutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmRouter(_catalog, new LlmRouterOptions { CostWeight = -0.1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmRouter(_catalog, new LlmRouterOptions { LearningDecay = 1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmRouter(_catalog, new LlmRouterOptions { MaxLearned = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmRouter(_catalog, new LlmRouterOptions { LearningHalfLife = TimeSpan.Zero }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmRouter(_catalog, new LlmRouterOptions { Exploration = (RouteExploration)2 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ModelCatalog(TestModels.Model("a") with { Weight = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ModelCatalog(TestModels.Model("a") with { Weight = double.NaN }));
    }
}
