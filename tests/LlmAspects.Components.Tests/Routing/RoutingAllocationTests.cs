using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class RoutingAllocationTests
{
    private static readonly LlmRouterOptions WithTest = new() { AbTest = new AbTest { Name = "t", ControlModelId = "m0", TreatmentModelId = "m1" } };

    public static TheoryData<RoutingStrategy> Strategies => [.. Enum.GetValues<RoutingStrategy>()];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void SteadyState_AllocatesNothing(RoutingStrategy strategy)
    {
        LlmRouter router = Learned();
        AllocatedBy(router, tokens => new RouteRequest { InputTokens = tokens, MaxOutputTokens = 500, Strategy = strategy, Task = LlmTask.Code, Tenant = "t" }).ShouldBe(0);
    }

    [Fact]
    public void SteadyStateWithExclusionsAndLimits_AllocatesNothing()
    {
        LlmRouter router = Learned();
        router.SetEnabled("m2", false);

        AllocatedBy(router, tokens => new RouteRequest { InputTokens = 3_600 + tokens, CostLimit = 0.02m, LatencyLimit = TimeSpan.FromSeconds(5) }).ShouldBe(0);
    }

    [Fact]
    public void DecisionThatSaysTheSame_IsTheSameObject()
    {
        LlmRouter router = Learned();
        var request = new RouteRequest { InputTokens = 100, MaxOutputTokens = 10 };

        router.Route(request).ShouldBeSameAs(router.Route(request));
    }

    [Fact]
    public void DecisionThatSaysSomethingElse_IsAnotherObject()
    {
        LlmRouter router = Learned();
        RouteDecision before = router.Route(new RouteRequest());

        for (int i = 0; i < 20; i++)
        {
            router.ReportOutcome("m0", LlmTask.General, new ModelOutcome(false));
        }

        RouteDecision after = router.Route(new RouteRequest());
        after.ShouldNotBeSameAs(before);
        after.Candidates.Single(candidate => candidate.Model.Id == "m0").Reason.ShouldContain("performance 0.05");
    }

    [Fact]
    public void FiguresThatKeepChanging_KeepABoundedNumberOfDecisions()
    {
        LlmRouter router = Learned();
        WeakReference first = Remember(router);
        for (int i = 1; i < 100_000; i++)
        {
            router.Route(new RouteRequest { MaxOutputTokens = 1 + (i % 1_000), InputTokens = i % 7_000, CostLimit = i });
        }

        GC.Collect();
        first.IsAlive.ShouldBeFalse();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Remember(LlmRouter router) => new(router.Route(new RouteRequest { InputTokens = 4_000, CostLimit = 0.02m }));

    private static long AllocatedBy(LlmRouter router, Func<int, RouteRequest> request)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 2_000; i++)
            {
                router.Route(request(i % 200));
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static LlmRouter Learned()
    {
        var health = new ModelHealth();
        ModelInfo[] models = [.. Enumerable.Range(0, 4).Select(i => TestModels.Model($"m{i}", price: 1 + i, contextWindow: i == 3 ? 4_000 : 8_000) with { InputPricePerMillion = 1 + (i * i) })];
        foreach (ModelInfo model in models)
        {
            for (int i = 0; i < 6; i++)
            {
                health.TryBegin(model)!.Succeed(TimeSpan.FromSeconds(1));
            }
        }

        var router = new LlmRouter(new ModelCatalog(models), WithTest, health, random: new Random(1));
        router.ReportOutcome("m1", LlmTask.Code, new ModelOutcome(true), "t");
        return router;
    }
}
