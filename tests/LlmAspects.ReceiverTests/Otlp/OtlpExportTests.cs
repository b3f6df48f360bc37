using System.Text.Json;
using LlmAspects.ReceiverTests.Desk;
using LlmAspects.ReceiverTests.Servers;

namespace LlmAspects.ReceiverTests.Otlp;

/// <summary>What a receiver shows of annotated operations, whatever the protocol.</summary>
public abstract class OtlpExportTests(OtlpRun run)
{
    [FactWithOtlpReceiver]
    public void Spans_AreNamedAfterComponentAndOperation()
        => run.Spans.Select(static span => span.GetProperty("name").GetString()).ShouldBe(
            ["question_desk.answer", "chat tiny", "question_desk.check", "question_desk.words", "question_desk.fetch", "question_desk.fetch.attempt"], ignoreOrder: true);

    [FactWithOtlpReceiver]
    public void NestedCall_IsAChildInTheSameTrace()
    {
        ShouldBeChild(run.Span("chat tiny"), run.Span("question_desk.answer"));
        ShouldBeChild(run.Span("question_desk.fetch.attempt"), run.Span("question_desk.fetch"));
    }

    [FactWithOtlpReceiver]
    public void Success_HasTheNamesAndNoStatus()
    {
        var answer = run.Span("question_desk.answer");

        StatusOf(answer).ShouldBe("UNSET");
        TagsOf(answer).ShouldBe(["llmaspects.component=question_desk", "llmaspects.operation=answer"], ignoreOrder: true);
    }

    [FactWithOtlpReceiver]
    public void Failure_HasTheTypeOfTheErrorAndItsStatus()
    {
        var check = run.Span("question_desk.check");

        StatusOf(check).ShouldBe("ERROR");
        TagsOf(check).ShouldBe(["llmaspects.component=question_desk", "llmaspects.operation=check", "error.type=System.InvalidOperationException"], ignoreOrder: true);
        check.GetProperty("events").GetArrayLength().ShouldBe(0);
    }

    [FactWithOtlpReceiver]
    public void Stream_HasTheNumberOfItsItems() => TagsOf(run.Span("question_desk.words")).ShouldContain("llmaspects.item_count=3");

    [FactWithOtlpReceiver]
    public void RetriedAttempt_HasItsNumberAndError()
    {
        var attempt = run.Span("question_desk.fetch.attempt");

        StatusOf(attempt).ShouldBe("ERROR");
        TagsOf(attempt).ShouldContain("llmaspects.attempt=1");
        TagsOf(attempt).ShouldContain("error.type=System.IO.IOException");
        StatusOf(run.Span("question_desk.fetch")).ShouldBe("UNSET");
    }

    [FactWithOtlpReceiver]
    public void GenAICall_FollowsTheConventions()
    {
        var chat = run.Span("chat tiny");

        chat.GetProperty("kind").GetString().ShouldBe("CLIENT");
        TagsOf(chat).ShouldBe(
            ["gen_ai.operation.name=chat", "gen_ai.provider.name=embedded", "gen_ai.request.model=tiny", "llmaspects.component=question_desk", "llmaspects.operation=chat"], ignoreOrder: true);
        TagsOf(run.GenAIDurations.ShouldHaveSingleItem()).ShouldBe(["gen_ai.operation.name=chat", "gen_ai.provider.name=embedded"], ignoreOrder: true);
    }

    [FactWithOtlpReceiver]
    public void Metrics_HaveTheirUnits()
        => run.Metrics.Select(static metric => $"{metric.GetProperty("name")} {metric.GetProperty("kind")} {metric.GetProperty("unit")}").ShouldBe(
            [
                "gen_ai.client.operation.duration histogram s",
                "llmaspects.operation.attempts sum {attempt}",
                "llmaspects.operation.duration histogram s",
                "llmaspects.operation.errors sum {error}",
                "llmaspects.operation.items sum {item}",
                "llmaspects.operation.time_per_item histogram s",
                "llmaspects.operation.time_to_first_item histogram s",
            ],
            ignoreOrder: true);

    [FactWithOtlpReceiver]
    public void Errors_AreCountedByComponentOperationAndType()
    {
        var errors = run.Errors.ShouldHaveSingleItem();

        TagsOf(errors).ShouldBe(["error.type=System.InvalidOperationException", "llmaspects.component=question_desk", "llmaspects.operation=check"], ignoreOrder: true);
        errors.GetProperty("monotonic").GetBoolean().ShouldBeTrue();
        errors.GetProperty("points").EnumerateArray().Last().GetProperty("value").GetInt32().ShouldBe(1);
    }

    [FactWithOtlpReceiver]
    public void LogOfAnError_BelongsToItsSpan()
    {
        var record = run.Logs.ShouldHaveSingleItem();

        record.GetProperty("severityText").GetString().ShouldBe("Error");
        record.GetProperty("spanId").GetString().ShouldBe(run.Span("question_desk.check").GetProperty("spanId").GetString());
        TagsOf(record).ShouldContain("Component=question_desk");
        TagsOf(record).ShouldContain("ExceptionType=System.InvalidOperationException");
    }

    [FactWithOtlpReceiver]
    public void ArgumentsAndMessages_NeverArrive()
    {
        string everything = string.Join('\n', (IEnumerable<JsonElement>)[.. run.Spans, .. run.Metrics, .. run.Errors, .. run.GenAIDurations, .. run.Logs]);

        everything.ShouldContain("question_desk.check");
        everything.ShouldNotContain(QuestionDesk.Secret);
    }

    private static void ShouldBeChild(JsonElement child, JsonElement parent)
    {
        child.GetProperty("traceId").GetString().ShouldBe(parent.GetProperty("traceId").GetString());
        child.GetProperty("parentSpanId").GetString().ShouldBe(parent.GetProperty("spanId").GetString());
    }

    private static string? StatusOf(JsonElement span) => span.GetProperty("status").GetProperty("code").GetString();

    // The receiver lists the tags of the resource among those of a span.
    private static string[] TagsOf(JsonElement item)
        => [.. item.GetProperty("attributes").EnumerateObject()
            .Where(static tag => !tag.Name.StartsWith("service.", StringComparison.Ordinal) && !tag.Name.StartsWith("telemetry.", StringComparison.Ordinal))
            .Select(static tag => $"{tag.Name}={tag.Value}")];
}
