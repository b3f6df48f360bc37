using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Answer = LlmAspects.IntegrationTests.Fixtures.JudgedResults.Answer;

namespace LlmAspects.IntegrationTests.Options;

public class FailedResultTests
{
    [Fact]
    public async Task FailedResult_IsReturnedAndCountsAsAFailure()
    {
        var counts = new OperationCounts("judged_results", "ask");
        var failed = Answer.Failed("rate_limited");

        var span = (await ExportedSpans.OfAsync(() =>
        {
            JudgedResults.Ask("why", failed).ShouldBeSameAs(failed);
            return Task.CompletedTask;
        })).ShouldHaveSingleItem();

        (counts.Calls, counts.Errors).ShouldBe((1, 1));
        (span.Status, span.GetTagItem(TelemetryNames.ErrorType), span.GetTagItem("llm.text"), span.GetTagItem("question")).ShouldBe((ActivityStatusCode.Error, "rate_limited", "no", "why"));
        var record = counts.ErrorRecords.ShouldHaveSingleItem();
        (record.ExceptionType, record.Message, record.CauseType, record.TraceId).ShouldBe(("rate_limited", null, null, span.TraceId.ToHexString()));
        record.Path.ShouldBe(["judged_results.ask"]);
        record.Tags["question"].ShouldBe("why");
        record.DurationMilliseconds.ShouldNotBeNull();
        Activity.Current.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FailedResultOfATask_CountsAsAFailure(bool isPending)
    {
        var counts = new OperationCounts("judged_results", "ask");

        var spans = await ExportedSpans.OfAsync(async () =>
        {
            (await JudgedResults.AskAsync(Answer.Failed(null), isPending)).IsError.ShouldBeTrue();
            (await JudgedResults.AskAsync(Answer.Good, isPending)).IsError.ShouldBeFalse();
        });

        (counts.Calls, counts.Errors, counts.Successes).ShouldBe((2, 1, 1));
        spans.Select(static span => (span.Status, span.GetTagItem(TelemetryNames.ErrorType))).ShouldBe([(ActivityStatusCode.Error, "_OTHER"), (ActivityStatusCode.Unset, null)]);
        counts.ErrorRecords.ShouldHaveSingleItem().ExceptionType.ShouldBe("_OTHER");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PathOverANull_IsASuccessAndAFailureKeepsItsSpan(bool isPending)
    {
        var counts = new OperationCounts("judged_results", "ask_value");

        var spans = await ExportedSpans.OfAsync(async () =>
        {
            await JudgedResults.AskValueAsync(Answer.Good, isPending);
            await JudgedResults.AskValueAsync(Answer.Failed("fatal"), isPending);
        });

        (counts.Errors, counts.Successes).ShouldBe((1, 1));
        spans.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Error);
        counts.ErrorRecords.ShouldBeEmpty();
    }

    [Fact]
    public void ExceptionOfAJudgedMethod_IsAnErrorAsEver()
    {
        var counts = new OperationCounts("judged_results", "ask");

        Should.Throw<FormatException>(() => JudgedResults.Ask(string.Empty, Answer.Good));

        counts.ErrorRecords.ShouldHaveSingleItem().ExceptionType.ShouldBe("System.FormatException");
    }

    [Fact]
    public void CallsThatAreNotSampled_AreJudgedToo()
    {
        var counts = new OperationCounts("judged_results", "check");

        JudgedResults.Check(true);
        JudgedResults.Check(true);
        JudgedResults.Check(false);

        (counts.Errors, counts.Successes).ShouldBe((2, 1));
    }

    [Fact]
    public void GetterThatThrows_SaysNothing()
    {
        var (stumble, half) = (new OperationCounts("judged_results", "stumble"), new OperationCounts("judged_results", "half"));

        JudgedResults.Stumble(Answer.Failed("code")).ShouldNotBeNull();
        JudgedResults.Half(Answer.Failed("code")).ShouldNotBeNull();

        (stumble.Errors, half.Errors).ShouldBe((0, 1));
    }

    [Fact]
    public void RefStructAndGetter_AreJudged()
    {
        var (slice, last) = (new OperationCounts("judged_results", "slice"), new OperationCounts("judged_results", "get_last"));

        JudgedResults.Slice(string.Empty);
        JudgedResults.Slice("text");
        JudgedResults.Last = JudgedResults.Last;

        (slice.Errors, slice.Successes, last.Errors).ShouldBe((1, 1, 1));
        ErrorAggregator.Shared.Recent(1).ShouldHaveSingleItem().Operation.ShouldBe("slice");
    }

    [Fact]
    public async Task ErrorMetric_CountsFailedResults()
    {
        var exported = new List<Metric>();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(AssemblySettings.Source).AddInMemoryExporter(exported).Build();
        await JudgedResults.AskAsync(Answer.Failed("metric"), isPending: true);
        provider.ForceFlush();

        var errors = new List<(long Count, object? Type)>();
        foreach (ref readonly var point in exported.Single(static metric => metric.Name == TelemetryNames.ErrorsMetric).GetMetricPoints())
        {
            foreach (var tag in point.Tags)
            {
                if (tag.Key == TelemetryNames.ErrorType)
                {
                    errors.Add((point.GetSumLong(), tag.Value));
                }
            }
        }

        errors.ShouldBe([(1, "metric")]);
    }
}
