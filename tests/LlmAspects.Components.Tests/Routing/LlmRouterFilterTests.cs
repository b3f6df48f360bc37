using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class LlmRouterFilterTests
{
    private static readonly ModelInfo Small = TestModels.Model("small", contextWindow: 4_000, maxOutputTokens: 500) with
    {
        Tasks = [LlmTask.QuestionAnswering],
        TypicalLatency = TimeSpan.FromSeconds(1),
    };

    [Theory]
    [InlineData(3_500, null, true)]
    [InlineData(3_501, null, false)]
    [InlineData(3_800, 200, true)]
    [InlineData(3_801, 200, false)]
    public void Window_HoldsInputAndOutputToTheToken(int input, int? output, bool fits) =>
        Causes(new RouteRequest { InputTokens = input, MaxOutputTokens = output }).ShouldBe(fits ? [] : [RouteExclusionCause.ContextWindow]);

    [Fact]
    public void MoreOutputThanTheModelWrites_Excludes() =>
        Causes(new RouteRequest { MaxOutputTokens = 501 }).ShouldBe([RouteExclusionCause.ContextWindow]);

    [Fact]
    public void OtherTask_Excludes() => Causes(new RouteRequest { Task = LlmTask.Code }).ShouldBe([RouteExclusionCause.Task]);

    [Theory]
    [InlineData(LlmTask.QuestionAnswering)]
    [InlineData(LlmTask.General)]
    public void OwnOrUnknownTask_Passes(LlmTask task) => Causes(new RouteRequest { Task = task }).ShouldBeEmpty();

    [Fact]
    public void MissingCapability_ExcludesAndIsNamed()
    {
        NoCapableModelException error = Refusal(new RouteRequest { RequiredCapabilities = ModelCapabilities.Streaming | ModelCapabilities.Tools });

        error.Exclusions.Single().ShouldBe(new RouteExclusion(Small, RouteExclusionCause.Capability, "it lacks Tools"));
    }

    [Theory]
    [InlineData("0.0015", true)]
    [InlineData("0.001499", false)]
    public void Cost_CountsInputAndOutput(string limit, bool fits) =>
        Causes(new RouteRequest { InputTokens = 1_000, MaxOutputTokens = 500, CostLimit = decimal.Parse(limit, System.Globalization.CultureInfo.InvariantCulture) })
            .ShouldBe(fits ? [] : [RouteExclusionCause.Cost]);

    [Fact]
    public void UnknownPriceUnderALimit_Excludes() =>
        Causes(new RouteRequest { CostLimit = 1m }, Small with { InputPricePerMillion = null }).ShouldBe([RouteExclusionCause.Cost]);

    [Fact]
    public void UnknownPriceWithoutALimit_Passes() => Causes(new RouteRequest(), Small with { OutputPricePerMillion = null }).ShouldBeEmpty();

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(999, false)]
    public void TypicalLatency_IsCompared(int limit, bool fits) =>
        Causes(new RouteRequest { LatencyLimit = TimeSpan.FromMilliseconds(limit) }).ShouldBe(fits ? [] : [RouteExclusionCause.Latency]);

    [Fact]
    public void MeasuredLatency_StandsInForTheTypicalOne()
    {
        var health = new FakeHealth { ["small"] = new() { Latency = TimeSpan.FromSeconds(3) } };
        var router = new LlmRouter(new ModelCatalog(Small), health: health);

        Should.Throw<NoCapableModelException>(() => router.Route(new RouteRequest { LatencyLimit = TimeSpan.FromSeconds(2) }))
            .Exclusions.Single().Reason.ShouldBe("it usually takes 3 s, the limit is 2 s");
    }

    [Fact]
    public void PinnedModel_ExcludesEveryOther()
    {
        var router = new LlmRouter(new ModelCatalog(TestModels.Model("a", priority: 1), TestModels.Model("b")));

        RouteDecision decision = router.Route(new RouteRequest { PinnedModelId = "b" });

        decision.Candidates.Select(candidate => candidate.Model.Id).ShouldBe(["b"]);
        decision.Exclusions.Single().Cause.ShouldBe(RouteExclusionCause.NotPinned);
    }

    [Fact]
    public void UnknownPinnedModel_IsATypedError() =>
        Should.Throw<UnknownModelException>(() => new LlmRouter(new ModelCatalog(Small)).Route(new RouteRequest { PinnedModelId = "Small" }));

    [Fact]
    public void NoCapableModel_NamesEveryReasonAndTheHint()
    {
        var router = new LlmRouter(
            new ModelCatalog(Small, TestModels.Model("off") with { Enabled = false }),
            new LlmRouterOptions { NoCapableModelHint = "Set KEY." });

        NoCapableModelException error = Should.Throw<NoCapableModelException>(() => router.Route(new RouteRequest { Task = LlmTask.Code }));

        error.Message.ShouldBe("No model can serve this request: small: it does not do Code; off: it is switched off. Set KEY.");
        error.ErrorCode.ShouldBe("no_capable_model");
    }

    [Fact]
    public void EmptyCatalogue_IsNoCapableModel() => Should.Throw<NoCapableModelException>(() => new LlmRouter(new ModelCatalog()).Route(new RouteRequest()));

    [Fact]
    public void ImpossibleRequest_IsRefusedBeforeAnyFilter()
    {
        var router = new LlmRouter(new ModelCatalog(Small));

        Should.Throw<ArgumentOutOfRangeException>(() => router.Route(new RouteRequest { InputTokens = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => router.Route(new RouteRequest { MaxOutputTokens = 0 }));
    }

    private static RouteExclusionCause[] Causes(RouteRequest request, ModelInfo? model = null)
    {
        ModelInfo other = TestModels.Model("other", price: 0m, contextWindow: 1_000_000, maxOutputTokens: 100_000) with { TypicalLatency = TimeSpan.Zero };
        return [.. new LlmRouter(new ModelCatalog(model ?? Small, other)).Route(request).Exclusions.Select(exclusion => exclusion.Cause)];
    }

    private static NoCapableModelException Refusal(RouteRequest request) =>
        Should.Throw<NoCapableModelException>(() => new LlmRouter(new ModelCatalog(Small)).Route(request));
}
