using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class RouteDecisionTests
{
    private static readonly ModelInfo A = TestModels.Model("a", priority: 1);
    private static readonly ModelInfo B = TestModels.Model("b");

    private readonly FakeHealth _health = [];

    public static TheoryData<string, Func<RouteDecision, object?>> Readings => new()
    {
        { nameof(RouteDecision.Candidates), static decision => decision.Candidates },
        { nameof(RouteDecision.Exclusions), static decision => decision.Exclusions },
        { nameof(RouteDecision.Strategy), static decision => decision.Strategy },
        { nameof(RouteDecision.Model), static decision => decision.Model },
        { nameof(LlmRouter.Explain), static decision => Router(A).Explain(decision) },
    };

    [Theory]
    [MemberData(nameof(Readings), DisableDiscoveryEnumeration = true)]
    public void DefaultValue_SaysThatItIsNoDecision(string name, Func<RouteDecision, object?> read) =>
        Should.Throw<InvalidOperationException>(() => read(default), name).Message.ShouldContain("default value of RouteDecision");

    [Fact]
    public async Task DefaultValue_IsNoRequestOfTheFailoverHandler()
    {
        var handler = new LlmFailoverHandler();

        await Should.ThrowAsync<InvalidOperationException>(handler.ExecuteAsync(default, _ => throw new NotSupportedException(), [], new LlmChatOptions()));

        handler.GetStatistics().Requests.ShouldBe(0);
    }

    [Fact]
    public void OwnDecision_SaysWhatItWasGiven()
    {
        var decision = new RouteDecision([new RouteCandidate(B, 2, "first"), new RouteCandidate(A, 1, "second")], [new RouteExclusion(A, RouteExclusionCause.Task, "no")], "own");

        (decision.Model, decision.Strategy).ShouldBe((B, "own"));
        decision.Candidates.ShouldBe([new RouteCandidate(B, 2, "first"), new RouteCandidate(A, 1, "second")]);
        decision.Exclusions.ShouldBe([new RouteExclusion(A, RouteExclusionCause.Task, "no")]);
    }

    [Fact]
    public void OwnDecisionWithoutACandidate_IsRefused() => Should.Throw<ArgumentException>(() => new RouteDecision([], [], "own"));

    [Fact]
    public void OwnDecisionWithADefaultValue_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new RouteDecision([default], [], "own")).Message.ShouldContain("no model");
        Should.Throw<ArgumentException>(() => new RouteDecision([new RouteCandidate(A, 1, "first")], [default], "own"));
    }

    [Fact]
    public void Lists_AreReadByIndexFromBothEnds()
    {
        RouteList<RouteCandidate> candidates = Router(A, B).Route(new RouteRequest()).Candidates;

        candidates.Count.ShouldBe(2);
        (candidates[0].Model, candidates[^1].Model).ShouldBe((A, B));
        Should.Throw<ArgumentOutOfRangeException>(() => candidates[2]);
        Should.Throw<ArgumentOutOfRangeException>(() => candidates[-1]);
        default(RouteList<RouteExclusion>).ShouldBeEmpty();
    }

    [Fact]
    public void DecisionsThatSayTheSame_AreEqual()
    {
        LlmRouter router = Router(A, B);
        RouteDecision one = router.Route(new RouteRequest { InputTokens = 100 });
        RouteDecision other = router.Route(new RouteRequest { InputTokens = 100 });

        (one == other, one.GetHashCode() == other.GetHashCode()).ShouldBe((true, true));
    }

    [Fact]
    public void DecisionAfterAnOutcome_IsAnother()
    {
        LlmRouter router = Router(A, B);
        RouteDecision before = router.Route(new RouteRequest());

        router.ReportOutcome("a", LlmTask.General, new ModelOutcome(false));

        (before != router.Route(new RouteRequest())).ShouldBeTrue();
        before.Candidates[0].Reason.ShouldContain("performance 0.50");
    }

    [Fact]
    public void Decision_KeepsItsReasonWhenTheModelGetsAnother()
    {
        LlmRouter router = new(new ModelCatalog(A, B), health: _health);
        HoldBack("five calls failed");
        RouteDecision before = router.Route(new RouteRequest());

        HoldBack("a probe failed");
        RouteDecision after = router.Route(new RouteRequest());

        before.Candidates[1].Reason.ShouldStartWith("last, because five calls failed");
        after.Candidates[1].Reason.ShouldStartWith("last, because a probe failed");
        (before == after).ShouldBeFalse();
    }

    [Fact]
    public void Decision_KeepsItsModelsWhenTheCatalogueIsReplaced()
    {
        var catalog = new ModelCatalog(A, B);
        RouteDecision decision = new LlmRouter(catalog).Route(new RouteRequest());

        catalog.Replace(B);

        decision.Candidates.Select(candidate => candidate.Model).ShouldBe([A, B]);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void LargeCatalogue_IsOrderedAndExplainedLikeASmallOne(int models)
    {
        ModelInfo[] catalog = [.. Enumerable.Range(0, models).Select(number => TestModels.Model($"m{number}", priority: number / 100d) with { Enabled = number % 2 == 0 })];

        RouteDecision decision = Router(catalog).Route(new RouteRequest());

        decision.Candidates.Select(candidate => candidate.Model).ShouldBe(catalog.Where(model => model.Enabled).Reverse());
        decision.Exclusions.Select(exclusion => (exclusion.Model, exclusion.Reason)).ShouldBe(catalog.Where(model => !model.Enabled).Select(model => (model, "it is switched off")));
    }

    [Fact]
    public void Sizes_AreAsDocumented()
    {
        Unsafe.SizeOf<RouteFigure>().ShouldBe(24);
        Unsafe.SizeOf<RouteDecision>().ShouldBe(448);
    }

    private static LlmRouter Router(params ModelInfo[] models) => new(new ModelCatalog(models));

    private void HoldBack(string reason) => _health["a"] = new() { State = BreakerState.Open, UnavailableUntil = DateTimeOffset.UnixEpoch, Reason = reason };
}
