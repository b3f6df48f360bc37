using System.Diagnostics;
using LlmAspects.Reports;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

/// <summary>How a call ended, as its span says it and as the reports repeat it.</summary>
public sealed class TraceOutcomeTests
{
    [Fact]
    public void EveryOutcome_IsReadFromTheSpanAndWrittenIntoTheReports()
    {
        const string Source = "trace_outcomes";
        using var recorder = new TraceRecorder();
        var operation = Operation.Create(Source, "call", AspectKinds.ErrorContext | AspectKinds.TracePerformance, Source, new OperationOptions { Expected = [typeof(KeyNotFoundException)] });

        _ = operation.Exit(Enumerable.Range(0, 3).Where(static _ => true)).First();
        End(operation, new OperationCanceledException(), new CancellationToken(canceled: true));
        End(operation, new KeyNotFoundException(), default);
        End(operation, new FormatException(), default);
        operation.Exit(Stopwatch.GetTimestamp(), operation.Start());

        var traces = recorder.GetTraces();
        traces.Select(static trace => trace.Outcome).ShouldBe(
            [OperationOutcome.Succeeded, OperationOutcome.Failed, OperationOutcome.Expected, OperationOutcome.Cancelled, OperationOutcome.DisposedEarly]);
        var report = PerformanceReport.Create(traces);
        foreach (var text in (string[])["failed: System.FormatException", " cancelled", " disposed early"])
        {
            report.ToMarkdown().ShouldContain(text);
        }

        foreach (var text in (string[])["cancelled", "disposed early", "expected exception"])
        {
            report.ToHtml().ShouldContain(text);
        }
    }

    [Fact]
    public void SpanOfAnotherLibrary_IsRecordedWithParentIdsOfEitherFormat()
    {
        using var source = new ActivitySource("trace_outcomes_foreign");
        using var recorder = new TraceRecorder(new TraceRecorderOptions { AdditionalSources = ["trace_outcomes_foreign"] });

        using (source.StartActivity("by_id", ActivityKind.Server, parentId: "|legacy.1."))
        {
        }

        recorder.GetTraces().ShouldHaveSingleItem().Name.ShouldBe("by_id");
    }

    private static void End(Operation operation, Exception error, CancellationToken token)
    {
        var activity = operation.Start();
        operation.Observe(error, Stopwatch.GetTimestamp(), activity, token);
        Operation.Stop(activity!);
    }
}
