using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace LlmAspects.IntegrationTests.Options;

public class TranslationTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Error_IsThrownAsTheCauseOfTheType(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("translated_calls", shape.Operation);
        var error = new FormatException("prompt");
        var exported = new List<Activity>();
        CallException thrown;
        using (Export(exported))
        {
            thrown = await Should.ThrowAsync<CallException>(() => shape.Invoke(new TranslatedCalls(), () => ThrowSite(error), CancellationToken.None));
        }

        thrown.InnerException.ShouldBeSameAs(error);
        thrown.Message.ShouldBe($"The operation 'translated_calls.{shape.Operation}' failed; the inner exception says why.");
        error.StackTrace!.TrimStart().ShouldStartWith($"at {typeof(TranslationTests).FullName}.{nameof(ThrowSite)}(");
        thrown.StackTrace.ShouldNotBeNull().ShouldContain(nameof(ReturnShape));
        (counts.Calls, counts.Errors).ShouldBe((1, 1));
        counts.ErrorRecords.ShouldHaveSingleItem().ExceptionType.ShouldBe("System.FormatException");
        var span = exported.ShouldHaveSingleItem();
        (span.Status, span.GetTagItem(TelemetryNames.ErrorType)).ShouldBe((ActivityStatusCode.Error, "System.FormatException"));
        Activity.Current.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task ErrorOfAPendingCall_IsThrownAsTheCauseOfTheType(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("translated_calls", shape.Operation);
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var error = new FormatException();

        var call = shape.Invoke(new TranslatedCalls(), () => gate.Task, CancellationToken.None);
        gate.SetException(error);

        (await Should.ThrowAsync<CallException>(() => call)).InnerException.ShouldBeSameAs(error);
        counts.ErrorRecords.ShouldHaveSingleItem().ExceptionType.ShouldBe("System.FormatException");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ErrorThroughAnOuterLevel_IsASecondRecordThatNamesItsCause(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("both_aspects", shape.Operation);

        await Should.ThrowAsync<CallException>(() => shape.Invoke(
            new BothAspects(),
            () => shape.Invoke(new TranslatedCalls(), static () => throw new FormatException(), CancellationToken.None),
            CancellationToken.None));

        counts.ErrorRecords.Select(static record => (record.Component, record.ExceptionType, record.CauseType)).ShouldBe(
        [
            ("both_aspects", typeof(CallException).FullName!, "System.FormatException"),
            ("translated_calls", "System.FormatException", null),
        ]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task CancellationExpectedExceptionAndTheTypeItself_PassUnchanged(string name)
    {
        var shape = ReturnShape.Named(name);
        foreach (var error in (Exception[])[new OperationCanceledException(), new KeyNotFoundException(), new CallException("own", new IOException())])
        {
            (await Record.ExceptionAsync(() => shape.Invoke(new TranslatedCalls(), () => throw error, new CancellationToken(canceled: true)))).ShouldBeSameAs(error);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Timeout_IsAnErrorLikeAnyOther(string name)
    {
        using var caller = new CancellationTokenSource();

        var thrown = await Should.ThrowAsync<CallException>(
            () => ReturnShape.Named(name).Invoke(new TranslatedCalls(), static () => throw new OperationCanceledException(), caller.Token));

        thrown.InnerException.ShouldBeOfType<OperationCanceledException>();
    }

    private static Task<int> ThrowSite(Exception error) => throw error;

    private static TracerProvider Export(List<Activity> exported) =>
        Sdk.CreateTracerProviderBuilder().AddSource(AssemblySettings.Source).SetSampler<AlwaysOnSampler>().AddInMemoryExporter(exported).Build();
}
