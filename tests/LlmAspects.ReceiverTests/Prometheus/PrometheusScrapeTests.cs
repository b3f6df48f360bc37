using LlmAspects.ReceiverTests.Desk;
using LlmAspects.ReceiverTests.Servers;

namespace LlmAspects.ReceiverTests.Prometheus;

public class PrometheusScrapeTests(PrometheusRun run) : IClassFixture<PrometheusRun>
{
    [FactWithPrometheus]
    public async Task HistogramQuantile_GivesTheDurationOfAnOperation()
    {
        var found = await run.Server.QueryAsync(PromQl.Durations, Fail);

        var check = found.Single(static series => series.Labels["llmaspects_operation"] == "check");
        check.Labels["llmaspects_component"].ShouldBe("question_desk");
        check.Value.ShouldBeInRange(0.000001, 10);
    }

    [FactWithPrometheus]
    public async Task IncreaseOfErrors_NamesTheComponentThatFails()
    {
        var found = await run.Server.QueryAsync(PromQl.ErrorsByComponent, Fail);

        found.ShouldHaveSingleItem().Labels.ShouldBe(new Dictionary<string, string> { ["llmaspects_component"] = "question_desk" });
    }

    [FactWithPrometheus]
    public async Task RateOfErrors_TellsTheirTypesApart()
    {
        var found = await run.Server.QueryAsync(PromQl.ErrorsByType, Fail);

        found.ShouldHaveSingleItem().Labels["error_type"].ShouldBe("System.InvalidOperationException");
    }

    [FactWithPrometheus]
    public async Task Labels_NeverHoldAnArgument()
    {
        var found = await run.Server.QueryAsync("{__name__=~\"llmaspects_.+_(total|count)\"}", Fail);

        found.ShouldContain(static series => series.Labels["__name__"] == "llmaspects_operation_errors_total");
        found.SelectMany(static series => series.Labels.Values).ShouldNotContain(static value => value.Contains(QuestionDesk.Secret));
    }

    // A rate needs a difference between two scrapes, so calls go on while the answer is awaited.
    private static void Fail() => Should.Throw<InvalidOperationException>(() => new QuestionDesk().Check(QuestionDesk.Secret));
}
