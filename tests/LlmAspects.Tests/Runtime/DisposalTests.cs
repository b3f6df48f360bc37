using System.Collections;
using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

/// <summary>Consumers that leave early, and producers that fail while they clean up.</summary>
public sealed class DisposalTests
{
    private static readonly FormatException Error = new("cleaning up");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PendingDisposal_EndsTheStreamWhenItIsDone(bool isTraced)
    {
        var service = new EmittedService($"disposal_pending_{isTraced}");
        using var spans = isTraced ? new SpanLog(service.Source) : null;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var disposal = LeaveAsync(service.Operation, () => new ValueTask(gate.Task));
        disposal.IsCompleted.ShouldBeFalse();
        Recorded.Stats(service.Source).Count.ShouldBe(0);
        gate.SetResult();
        await disposal;

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.DisposedEarlyCount, stats.ErrorCount).ShouldBe((1, 1, 0));
        spans?.Single.IsStopped.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DisposalThatFails_IsAFailureOfTheStream(bool isPending)
    {
        var service = new EmittedService($"disposal_failing_{isPending}");
        using var spans = new SpanLog(service.Source);

        (await Should.ThrowAsync<FormatException>(() => LeaveAsync(service.Operation, () => FailAsync(isPending)))).ShouldBeSameAs(Error);

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.DisposedEarlyCount, stats.ErrorCount).ShouldBe((1, 0, 1));
        Recorded.Errors(service.Source).ShouldHaveSingleItem();
        spans.Single.Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DisposalThatFails_IsTranslated(bool isPending)
    {
        var operation = Translating($"disposal_translated_{isPending}");

        (await Should.ThrowAsync<NotSupportedException>(() => LeaveAsync(operation, () => FailAsync(isPending)))).InnerException.ShouldBeSameAs(Error);
    }

    [Fact]
    public async Task StreamThatCannotBegin_IsTranslated()
    {
        var operation = Translating("begin_translated");

        (await Should.ThrowAsync<NotSupportedException>(() => LeaveAsync(operation, null))).InnerException.ShouldBeOfType<FormatException>();
        Should.Throw<NotSupportedException>(() => operation.Exit((IEnumerable<int>)new Sequence(null)).GetEnumerator()).InnerException.ShouldBeOfType<FormatException>();
    }

    [Fact]
    public void SequenceWhoseDisposalFails_IsAFailure()
    {
        var service = new EmittedService("disposal_sequence");
        using var spans = new SpanLog(service.Source);

        Should.Throw<FormatException>(() => service.Sequence(() => new Sequence(static () => throw Error)).First()).ShouldBeSameAs(Error);

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.DisposedEarlyCount, stats.ErrorCount).ShouldBe((1, 0, 1));
        spans.Single.Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public void SequenceWhoseDisposalFails_IsTranslated() =>
        Should.Throw<NotSupportedException>(() => Translating("disposal_sequence_translated").Exit((IEnumerable<int>)new Sequence(static () => throw Error)).First()).InnerException.ShouldBeSameAs(Error);

    private static Operation Translating(string component) => Operation.Create(component, "call", AspectKinds.ErrorContext | AspectKinds.TracePerformance, component, new OperationOptions
    {
        Translation = new ErrorTranslation(typeof(NotSupportedException), static (message, cause) => new NotSupportedException(message, cause)),
    });

    private static async ValueTask FailAsync(bool isPending)
    {
        if (isPending)
        {
            await Task.Yield();
        }

        throw Error;
    }

    /// <summary>Pulls one item and leaves.</summary>
    private static async Task LeaveAsync(Operation operation, Func<ValueTask>? dispose)
    {
        await using var stream = operation.Exit((IAsyncEnumerable<int>)new Stream(dispose)).GetAsyncEnumerator();
        (await stream.MoveNextAsync()).ShouldBeTrue();
    }

    /// <summary>Ones without end; without a way to dispose it cannot begin.</summary>
    private sealed class Stream(Func<ValueTask>? dispose) : IAsyncEnumerable<int>, IAsyncEnumerator<int>
    {
        public int Current => 1;

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => dispose is null ? throw new FormatException() : this;

        public ValueTask<bool> MoveNextAsync() => new(true);

        public ValueTask DisposeAsync() => dispose!();
    }

    /// <inheritdoc cref="Stream"/>
    private sealed class Sequence(Action? dispose) : IEnumerable<int>, IEnumerator<int>
    {
        public int Current => 1;

        object IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator() => dispose is null ? throw new FormatException() : this;

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext() => true;

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => dispose!();
    }
}
