using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class RoutingAllocationTests
{
    private const int Decisions = 2_000;

    private static readonly LlmRouterOptions WithTest = new() { AbTest = new AbTest { Name = "t", ControlModelId = "m0", TreatmentModelId = "m1" } };

    private int _asked;

    public static TheoryData<RoutingStrategy> Strategies => [.. Enum.GetValues<RoutingStrategy>()];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void NewDecisions_AllocateNothing(RoutingStrategy strategy)
    {
        LlmRouter router = Learned(models: 4);

        AllocatedBy(() => router.Route(Unlike() with { Strategy = strategy, Task = LlmTask.Code, Tenant = "t" })).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void NewDecisionsThatExplore_AllocateNothing(RoutingStrategy strategy)
    {
        LlmRouter router = Learned(models: 16, WithTest with { Exploration = RouteExploration.Thompson });

        AllocatedBy(() => router.Route(Unlike() with { Strategy = strategy, Task = LlmTask.Code, Tenant = "t" })).ShouldBe(0);
    }

    [Fact]
    public void NewDecisionsWithAModelHeldBack_AllocateNothing()
    {
        var health = new ModelHealth();
        LlmRouter router = Learned(models: 4, health: health);
        health.TryBegin(router.Catalog.Models[0])!.CoolDown(TimeSpan.FromHours(1));

        AllocatedBy(() => router.Route(Unlike())).ShouldBe(0);
        router.Route(Unlike()).Candidates[^1].Reason.ShouldStartWith("last, because it is cooling down");
    }

    [Fact]
    public void ReadingADecision_AllocatesNothing()
    {
        LlmRouter router = Learned(models: 4);
        router.SetEnabled("m2", false);
        int models = 0;

        AllocatedBy(() =>
        {
            RouteDecision decision = router.Route(Unlike());
            foreach (RouteCandidate candidate in decision.Candidates)
            {
                models += candidate.Model.Id.Length;
            }

            foreach (RouteExclusion exclusion in decision.Exclusions)
            {
                models += (int)exclusion.Cause;
            }
        }).ShouldBe(0);
        models.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void NewDecisionsAboutManyModels_AllocateOneArrayOfFigures()
    {
        LlmRouter router = Learned(models: 17);

        AllocatedBy(() => router.Route(Unlike())).ShouldBe(Decisions * (ArrayHeader + (17 * Unsafe.SizeOf<RouteFigure>())));
    }

    private static int ArrayHeader => 3 * IntPtr.Size;

    // No two have the same tokens and limit; the dearest models are always excluded by the limit, and an exclusion names it.
    private RouteRequest Unlike()
    {
        int number = _asked++;
        return new RouteRequest { InputTokens = 100 + (number % 201), MaxOutputTokens = 500, CostLimit = 0.002m + (number * 0.00000001m) };
    }

    private static long AllocatedBy(Action decide)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Decisions; i++)
            {
                decide();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static LlmRouter Learned(int models, LlmRouterOptions? options = null, ModelHealth? health = null)
    {
        health ??= new ModelHealth();
        ModelInfo[] catalog = [.. Enumerable.Range(0, models).Select(i => TestModels.Model($"m{i}", price: 1 + i) with { InputPricePerMillion = 1 + (i * i) })];
        foreach (ModelInfo model in catalog)
        {
            for (int i = 0; i < 6; i++)
            {
                health.TryBegin(model)!.Succeed(TimeSpan.FromSeconds(1));
            }
        }

        var router = new LlmRouter(new ModelCatalog(catalog), options ?? WithTest, health, random: new Random(1));
        router.ReportOutcome("m1", LlmTask.Code, new ModelOutcome(true), "t");
        return router;
    }
}
