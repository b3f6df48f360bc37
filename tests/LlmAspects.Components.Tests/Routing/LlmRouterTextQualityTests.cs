using LlmAspects.Components.Routing;
using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Components.Tests.Routing;

public sealed class LlmRouterTextQualityTests
{
    private const string AboutCode = "Write a function that sorts a list.";
    private const string AboutKings = "Who was king in the year 1700?";

    private static readonly TextQualityModel Quality = TextQualityModel.Train(
    [
        .. Enumerable.Range(0, 40).Select(static number => Example($"Write a function that sorts {number} items.", coder: 1, writer: 0)),
        .. Enumerable.Range(0, 40).Select(static number => Example($"Who was king in the year {1500 + number}?", coder: 0, writer: 1)),
    ]);

    [Fact]
    public void Text_PutsTheModelFirstThatAnswersItBest()
    {
        LlmRouter router = Router();

        First(router, AboutCode).ShouldBe("coder");
        First(router, AboutKings).ShouldBe("writer");
    }

    [Fact]
    public void WithoutText_NothingIsExpected() => Router().Route(new RouteRequest()).Candidates.ShouldAllBe(static candidate => candidate.Reason.Contains("performance 0.50"));

    [Fact]
    public void ModelThatWasNotAmongTheExamples_StandsInTheMiddle() =>
        Router().Route(new RouteRequest { Text = AboutCode.AsMemory() }).Candidates.Select(static candidate => candidate.Model.Id).ShouldBe(["coder", "other", "writer"]);

    [Fact]
    public void Outcomes_OutweighWhatWasExpected()
    {
        LlmRouter router = Router();
        for (int call = 0; call < 20; call++)
        {
            router.ReportOutcome("coder", LlmTask.Code, new ModelOutcome(false));
        }

        router.Route(new RouteRequest { Task = LlmTask.Code, Text = AboutCode.AsMemory() }).Model.Id.ShouldBe("other");
    }

    [Fact]
    public void Default_ExpectsNothing() => new LlmRouterOptions().TextQuality.ShouldBeNull();

    private static LlmRouter Router() =>
        new(new ModelCatalog(TestModels.Model("writer"), TestModels.Model("coder"), TestModels.Model("other")), new LlmRouterOptions { TextQuality = Quality });

    private static string First(LlmRouter router, string text) => router.Route(new RouteRequest { Text = text.AsMemory() }).Model.Id;

    private static RoutingExample Example(string text, double coder, double writer) => new(text, new Dictionary<string, double> { ["coder"] = coder, ["writer"] = writer });
}
