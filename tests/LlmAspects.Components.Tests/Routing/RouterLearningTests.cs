using LlmAspects.Components.Routing;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Routing;

public class RouterLearningTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void WhatWasLearned_FadesWithTime()
    {
        LlmRouter router = Router(new LlmRouterOptions { LearningHalfLife = TimeSpan.FromHours(1) });
        Report(router, "a", good: 0, bad: 8);
        double before = PerformanceOf(router, "a");

        _time.Advance(TimeSpan.FromHours(1));
        double half = PerformanceOf(router, "a");
        _time.Advance(TimeSpan.FromHours(30));

        before.ShouldBe(1 / 9.5, 0.01);
        half.ShouldBe(1 / 5.8, 0.01);
        PerformanceOf(router, "a").ShouldBe(0.5, 0.001);
    }

    [Fact]
    public void OldOutcomes_WeighLessThanNewOnes()
    {
        LlmRouter router = Router(new LlmRouterOptions { LearningDecay = 0.5 });
        Report(router, "a", good: 0, bad: 50);
        Report(router, "a", good: 3, bad: 0);

        PerformanceOf(router, "a").ShouldBe((1 + 1.75) / 4, 0.001);
    }

    [Fact]
    public void FailuresOfOneModel_DoNotBanItUnderThompsonSampling()
    {
        LlmRouter router = Router(new LlmRouterOptions { Exploration = RouteExploration.Thompson, Strategy = RoutingStrategy.BestQuality });
        Report(router, "a", good: 0, bad: 3);
        Report(router, "b", good: 2, bad: 1);

        int tries = Enumerable.Range(0, 1_000).Count(_ => router.Route(new RouteRequest()).Model.Id == "a");

        tries.ShouldBeInRange(30, 300);
    }

    [Fact]
    public void WithoutExploration_TheBetterMeanIsAlwaysFirst()
    {
        LlmRouter router = Router(new LlmRouterOptions { Strategy = RoutingStrategy.BestQuality });
        Report(router, "a", good: 0, bad: 3);

        Enumerable.Range(0, 100).ShouldAllBe(_ => router.Route(new RouteRequest()).Model.Id == "b");
    }

    [Fact]
    public void DrawnFigures_AreCalledDrawn()
    {
        LlmRouter router = Router(new LlmRouterOptions { Exploration = RouteExploration.Thompson });

        router.Route(new RouteRequest()).Candidates[0].Reason.ShouldContain("(drawn)");
        router.Route(new RouteRequest { Strategy = RoutingStrategy.MostReliable }).Candidates[0].Reason.ShouldContain("(drawn)");
    }

    [Fact]
    public void ThompsonSampling_FindsTheBetterModel()
    {
        LlmRouter router = Router(new LlmRouterOptions { Exploration = RouteExploration.Thompson, Strategy = RoutingStrategy.BestQuality });
        var world = new Random(7);
        int better = 0;
        for (int i = 0; i < 2_000; i++)
        {
            string model = router.Route(new RouteRequest()).Model.Id;
            better += model == "b" ? 1 : 0;
            router.ReportOutcome(model, LlmTask.General, new ModelOutcome(world.NextDouble() < (model == "b" ? 0.9 : 0.5)));
        }

        better.ShouldBeGreaterThan(1_700);
        better.ShouldBeLessThan(2_000);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(40, 10)]
    public void BetaDraws_HaveTheMomentsOfTheDistribution(double alpha, double beta)
    {
        var random = new Random(3);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => BetaSampler.Draw(alpha, beta, random))];
        double mean = alpha / (alpha + beta);

        draws.Average().ShouldBe(mean, 0.01);
        draws.Average(draw => (draw - mean) * (draw - mean)).ShouldBe(mean * (1 - mean) / (alpha + beta + 1), 0.002);
        draws.ShouldAllBe(draw => draw >= 0 && draw <= 1);
    }

    [Fact]
    public void ModelAddedLater_IsLearnedToo()
    {
        var catalog = new ModelCatalog(TestModels.Model("a"));
        var router = new LlmRouter(catalog, new LlmRouterOptions { Strategy = RoutingStrategy.BestQuality }, timeProvider: _time);
        Report(router, "a", good: 1, bad: 0);
        router.Route(new RouteRequest());

        catalog.Replace(TestModels.Model("a"), TestModels.Model("b"));
        router.Route(new RouteRequest()).Model.Id.ShouldBe("a");
        Report(router, "b", good: 5, bad: 0);

        router.Route(new RouteRequest()).Model.Id.ShouldBe("b");
    }

    private LlmRouter Router(LlmRouterOptions options) => new(new ModelCatalog(TestModels.Model("a"), TestModels.Model("b")), options, timeProvider: _time, random: new Random(5));

    private static double PerformanceOf(LlmRouter router, string model) =>
        router.Route(new RouteRequest { Strategy = RoutingStrategy.BestQuality }).Candidates.Single(candidate => candidate.Model.Id == model).Score;

    private static void Report(LlmRouter router, string model, int good, int bad)
    {
        for (int i = 0; i < good + bad; i++)
        {
            router.ReportOutcome(model, LlmTask.General, new ModelOutcome(i >= bad));
        }
    }
}
