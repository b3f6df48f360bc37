using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Options;

public class ExpectedExceptionTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ExpectedExceptionAndItsSubclasses_AreNoError(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("rooted_calls", shape.Operation);
        var error = new FileNotFoundException();
        using var recorder = new ActivityRecorder(AssemblySettings.Source);

        var thrown = await Should.ThrowAsync<FileNotFoundException>(() => shape.Invoke(new RootedCalls(), () => throw error, CancellationToken.None));

        thrown.ShouldBeSameAs(error);
        (counts.Calls, counts.Successes, counts.Errors, counts.Expected).ShouldBe((1, 0, 0, 1));
        counts.ErrorRecords.ShouldBeEmpty();
        var span = recorder.Stopped.ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        span.GetTagItem(TelemetryNames.ErrorType).ShouldBeNull();
        span.GetTagItem(TelemetryNames.Outcome).ShouldBe("expected");
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task PendingExpectedException_IsNoError(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("rooted_calls", shape.Operation);

        await Should.ThrowAsync<KeyNotFoundException>(() => shape.Invoke(new RootedCalls(), BodyAsync, CancellationToken.None));

        (counts.Errors, counts.Expected).ShouldBe((0, 1));

        static async Task<int> BodyAsync()
        {
            await Task.Yield();
            throw new KeyNotFoundException();
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task OtherExceptions_AreErrors(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("rooted_calls", shape.Operation);

        await Should.ThrowAsync<FormatException>(() => shape.Invoke(new RootedCalls(), static () => throw new FormatException(), CancellationToken.None));

        (counts.Errors, counts.Expected).ShouldBe((1, 0));
        counts.ErrorRecords.ShouldHaveSingleItem();
    }
}
