using System.Diagnostics.CodeAnalysis;
using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class ExceptionTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Exception_IsTheSameObjectAndItsStackBeginsWhereItWasThrown(string name)
    {
        foreach (var calls in WrappedCalls.Every)
        {
            var expected = new InvalidOperationException("expected");
            var actual = await Should.ThrowAsync<InvalidOperationException>(() => ReturnShape.Named(name).Invoke(calls, () => ThrowSite(expected), CancellationToken.None));

            actual.ShouldBeSameAs(expected);
            actual.StackTrace!.TrimStart().ShouldStartWith($"at {typeof(ExceptionTests).FullName}.{nameof(ThrowSite)}(");
            actual.StackTrace.ShouldContain("Core");
        }
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task ExceptionOfAPendingCall_IsTheSameObjectAndItsStackBeginsWhereItWasThrown(string name)
    {
        foreach (var calls in WrappedCalls.Every)
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var expected = new InvalidOperationException("expected");
            var call = ReturnShape.Named(name).Invoke(calls, () => ThrowSiteAsync(gate.Task, expected), CancellationToken.None);
            gate.SetResult();

            var actual = await Should.ThrowAsync<InvalidOperationException>(() => call);
            actual.ShouldBeSameAs(expected);
            actual.StackTrace!.TrimStart().ShouldStartWith($"at {typeof(ExceptionTests).FullName}.{nameof(ThrowSiteAsync)}(");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Failure_IsCountedAndRecordedOnce(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("both_aspects", shape.Operation);

        await Should.ThrowAsync<FormatException>(() => shape.Invoke(new BothAspects(), static () => throw new FormatException(), CancellationToken.None));

        counts.Calls.ShouldBe(1);
        counts.Errors.ShouldBe(1);
        var record = counts.ErrorRecords.ShouldHaveSingleItem();
        record.ExceptionType.ShouldBe("System.FormatException");
        record.Path.ShouldBe([$"both_aspects.{shape.Operation}"]);
        record.DurationMilliseconds.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ErrorContextAlone_RecordsTheErrorWithoutADuration(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("error_context_alone", shape.Operation);

        await shape.Invoke(new ErrorContextAlone(), static () => Task.FromResult(1), CancellationToken.None);
        await Should.ThrowAsync<FormatException>(() => shape.Invoke(new ErrorContextAlone(), static () => throw new FormatException(), CancellationToken.None));

        counts.Calls.ShouldBe(0);
        counts.Errors.ShouldBe(1);
        var record = counts.ErrorRecords.ShouldHaveSingleItem();
        record.DurationMilliseconds.ShouldBeNull();
        record.DurationMissingReason.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task TracePerformanceAlone_CountsTheFailureAndRecordsNoError(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("trace_performance_alone", shape.Operation);

        await Should.ThrowAsync<FormatException>(() => shape.Invoke(new TracePerformanceAlone(), static () => throw new FormatException(), CancellationToken.None));

        counts.Calls.ShouldBe(1);
        counts.Errors.ShouldBe(1);
        counts.ErrorRecords.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ErrorThroughTwoLevels_IsOneRecordAndTwoFailures(string name)
    {
        var shape = ReturnShape.Named(name);
        var outer = new OperationCounts("both_aspects", shape.Operation);
        var inner = new OperationCounts("error_context_alone", shape.Operation);

        await Should.ThrowAsync<FormatException>(() => shape.Invoke(
            new BothAspects(),
            () => shape.Invoke(new ErrorContextAlone(), static () => throw new FormatException(), CancellationToken.None),
            CancellationToken.None));

        outer.Errors.ShouldBe(1);
        inner.Errors.ShouldBe(1);
        outer.ErrorRecords.ShouldHaveSingleItem().Path
            .ShouldBe([$"error_context_alone.{shape.Operation}", $"both_aspects.{shape.Operation}"]);
    }

    [DoesNotReturn]
    private static Task<int> ThrowSite(Exception exception) => throw exception;

    private static async Task<int> ThrowSiteAsync(Task gate, Exception exception)
    {
        await gate;
        throw exception;
    }
}
