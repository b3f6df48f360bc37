using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class AbTestTests
{
    private static readonly AbTest Test = new() { Name = "new model", ControlModelId = "a", TreatmentModelId = "b" };

    [Fact]
    public void Assignment_StaysWithTheKey()
    {
        LlmRouter router = Router(Test);

        foreach (int user in Enumerable.Range(0, 50))
        {
            string first = Ask(router, $"user {user}").Model.Id;
            Enumerable.Range(0, 5).ShouldAllBe(_ => Ask(router, $"user {user}").Model.Id == first);
            Ask(Router(Test), $"user {user}").Model.Id.ShouldBe(first);
        }
    }

    [Theory]
    [InlineData("new model", "carol", true)]
    [InlineData("new model", "bob", false)]
    [InlineData("other", "bob", true)]
    public void Assignment_IsTheSameInEveryVersion(string name, string key, bool isTreatment) =>
        AbAssignment.IsTreatment(Test with { Name = name }, key).ShouldBe(isTreatment);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Share_IsThatOfTheKeys(double share)
    {
        AbTest test = Test with { TreatmentShare = share };

        double treated = Enumerable.Range(0, 20_000).Count(user => AbAssignment.IsTreatment(test, $"user-{user}")) / 20_000d;

        treated.ShouldBe(share, 0.012);
    }

    [Fact]
    public void OtherTests_SplitTheKeysIndependently()
    {
        AbTest other = Test with { Name = "other" };

        int both = Enumerable.Range(0, 20_000).Count(user => AbAssignment.IsTreatment(Test, $"user-{user}") && AbAssignment.IsTreatment(other, $"user-{user}"));

        (both / 20_000d).ShouldBe(0.25, 0.012);
    }

    [Fact]
    public void MissingKey_IsTheTenant()
    {
        LlmRouter router = Router(Test);

        router.Route(new RouteRequest { Strategy = RoutingStrategy.AbTest, Tenant = "carol" }).Model.Id.ShouldBe("b");
        router.Route(new RouteRequest { Strategy = RoutingStrategy.AbTest, Tenant = "bob" }).Model.Id.ShouldBe("a");
    }

    [Fact]
    public void Reason_NamesTheArmAndTheTest()
    {
        RouteDecision decision = Ask(Router(Test), "carol");

        decision.Candidates[0].Reason.ShouldStartWith("assigned to the treatment of 'new model'; score 0.");
        decision.Candidates[1].Reason.ShouldStartWith("score 0.");
    }

    [Fact]
    public void ArmThatCannotServe_LeavesTheOthers()
    {
        LlmRouter router = Router(Test);
        router.SetEnabled("b", false);

        Ask(router, "carol").Candidates.Select(candidate => candidate.Model.Id).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void Outcomes_CountForTheArmOfTheKeyOnly()
    {
        LlmRouter router = Router(Test);
        router.ReportOutcome("b", LlmTask.Chat, new ModelOutcome(true) { Quality = 0.5 }, assignmentKey: "carol");
        router.ReportOutcome("a", LlmTask.Chat, new ModelOutcome(true), assignmentKey: "carol");
        router.ReportOutcome("a", LlmTask.Chat, new ModelOutcome(false), tenant: "bob");
        router.ReportOutcome("c", LlmTask.Chat, new ModelOutcome(true), assignmentKey: "bob");

        router.GetAbTest().ShouldBe(new AbTestResult
        {
            Name = "new model",
            ControlSamples = 1,
            TreatmentSamples = 1,
            ControlMean = 0,
            TreatmentMean = 0.5,
            PValue = 1,
            DifferenceLow = -1,
            DifferenceHigh = 1,
        });
    }

    [Fact]
    public void NoTest_HasNoResult() => new LlmRouter(new ModelCatalog()).GetAbTest().ShouldBeNull();

    [Fact]
    public void RealDifference_IsDecidedByTheRouter()
    {
        LlmRouter router = Router(Test);
        var world = new Random(11);
        for (int user = 0; user < 1_000; user++)
        {
            string model = Ask(router, $"user {user}").Model.Id;
            router.ReportOutcome(model, LlmTask.Chat, new ModelOutcome(world.NextDouble() < (model == "b" ? 0.9 : 0.6)), assignmentKey: $"user {user}");
        }

        AbTestResult result = router.GetAbTest()!;
        result.Verdict.ShouldBe(AbTestVerdict.Treatment);
        result.PValue.ShouldBeLessThan(0.05);
        result.DifferenceLow!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Defaults_AreAsDocumented() => Test.ShouldBe(Test with { TreatmentShare = 0.5, MinimumSamples = 100, Significance = 0.05, ExpectedDifference = 0.1 });

    [Fact]
    public void TestOutOfRange_IsRefused()
    {
        Refused<ArgumentOutOfRangeException>(Test with { TreatmentShare = 0 });
        Refused<ArgumentOutOfRangeException>(Test with { TreatmentShare = 1 });
        Refused<ArgumentOutOfRangeException>(Test with { Significance = 0.5 });
        Refused<ArgumentOutOfRangeException>(Test with { MinimumSamples = 0 });
        Refused<ArgumentOutOfRangeException>(Test with { ExpectedDifference = 0 });
        Refused<ArgumentException>(Test with { TreatmentModelId = "a" });
        Refused<ArgumentException>(Test with { Name = " " });
    }

    private static void Refused<TException>(AbTest test)
        where TException : Exception => Should.Throw<TException>(() => Router(test));

    private static RouteDecision Ask(LlmRouter router, string key) => router.Route(new RouteRequest { Strategy = RoutingStrategy.AbTest, AssignmentKey = key });

    private static LlmRouter Router(AbTest test) =>
        new(new ModelCatalog(TestModels.Model("a"), TestModels.Model("b"), TestModels.Model("c")), new LlmRouterOptions { AbTest = test });
}
