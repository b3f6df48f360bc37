using System.Diagnostics;
using System.Threading.Tasks.Sources;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class AllocationTests
{
    private const int Calls = 1000;
    private static readonly Operation Traced = Operation.Create("allocation", "call", AspectKinds.ErrorContext | AspectKinds.TracePerformance, "allocation");
    private static readonly Operation ErrorsOnly = Operation.Create("allocation", "errors", AspectKinds.ErrorContext, "allocation");
    private static readonly Operation Block = Operation.Create("allocation", "block", AspectKinds.ErrorContext | AspectKinds.TracePerformance);
    private static readonly Task<string> Completed = Task.FromResult("answer");

    [Fact]
    public void SyncSuccess_AllocatesNothing() => Measure(static () =>
    {
        var activity = Traced.Start();
        Traced.Exit(Stopwatch.GetTimestamp(), activity);
    }).ShouldBe(0);

    [Fact]
    public void CompletedTasks_AllocateNothing() => Measure(static () =>
    {
        var started = Stopwatch.GetTimestamp();
        Traced.Exit(Completed, started, null, CancellationToken.None);
        Traced.Exit(Task.CompletedTask, started, null);
        Traced.Exit(Completed, started, null, CancellationToken.None, CancellationToken.None);
        Traced.Exit(new ValueTask<int>(1), started, null);
        Traced.Exit(ValueTask.CompletedTask, started, null);
    }).ShouldBe(0);

    [Fact]
    public void ErrorContextAlone_AllocatesNothing() => Measure(static () =>
    {
        ErrorsOnly.Exit(Completed);
        ErrorsOnly.Exit(ValueTask.CompletedTask, CancellationToken.None);
    }).ShouldBe(0);

    [Fact]
    public void PendingValueTask_AllocatesNothingInTheSteadyState()
    {
        var source = new ReusableSource();

        Measure(() =>
        {
            var awaiter = Traced.Exit(source.Next(), Stopwatch.GetTimestamp(), null, CancellationToken.None).ConfigureAwait(false).GetAwaiter();
            awaiter.UnsafeOnCompleted(ReusableSource.Nothing);
            source.Complete();
            awaiter.GetResult();
        }).ShouldBe(0);
    }

    [Fact]
    public void StreamItem_AllocatesNothing()
    {
        var source = new ReusableSource();
        var stream = Traced.Exit<bool>((IAsyncEnumerable<bool>)source).GetAsyncEnumerator();

        Measure(() =>
        {
            source.NextIsReady = true;
            stream.MoveNextAsync().Result.ShouldBeTrue();
            source.NextIsReady = false;
            var awaiter = stream.MoveNextAsync().ConfigureAwait(false).GetAwaiter();
            awaiter.UnsafeOnCompleted(ReusableSource.Nothing);
            source.Complete();
            awaiter.GetResult();
        }).ShouldBe(0);
    }

    [Fact]
    public void SequenceItem_AllocatesNothing()
    {
        using var items = Traced.Exit(Endless()).GetEnumerator();

        Measure(() => items.MoveNext().ShouldBeTrue()).ShouldBe(0);

        static IEnumerable<int> Endless()
        {
            while (true)
            {
                yield return 1;
            }
        }
    }

    [Fact]
    public void TraceBlock_AllocatesNothingWhileNobodyListens() => Measure(static () =>
    {
        using var block = TraceBlock.Start("allocation", "block");
        block.SetTag("step", "one");
    }).ShouldBe(0);

    [Fact]
    public async Task PendingTask_CostsOneObject()
    {
        var gates = Enumerable.Range(0, Calls + 10).Select(_ => new TaskCompletionSource<string>()).ToArray();
        var calls = new Task<string>[gates.Length];
        var next = 0;

        var bytes = Measure(() =>
        {
            calls[next] = Traced.Exit(gates[next].Task, Stopwatch.GetTimestamp(), null);
            next++;
        }, warmUps: 10);

        // The continuation stored in the awaited task counts as well.
        bytes.ShouldBeLessThanOrEqualTo(112 * Calls);
        Array.ForEach(gates, gate => gate.SetResult("done"));
        (await Task.WhenAll(calls)).ShouldAllBe(result => result == "done");
    }

    private static long Measure(Action action, int warmUps = 200)
    {
        // A very long call first: the histogram grows to its full size, so that a preempted call cannot make it grow while it is measured.
        Traced.Exit(started: 1, null);
        Block.Exit(started: 1, null);
        for (var round = 0; round < warmUps; round++)
        {
            action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Calls; round++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A source that is pending until told and allocates nothing itself.</summary>
    private sealed class ReusableSource : IValueTaskSource<bool>, IAsyncEnumerable<bool>, IAsyncEnumerator<bool>
    {
        public static readonly Action Nothing = static () => { };
        private ManualResetValueTaskSourceCore<bool> _core;

        public bool NextIsReady { get; set; }

        public bool Current => true;

        public ValueTask<bool> Next()
        {
            _core.Reset();
            return new ValueTask<bool>(this, _core.Version);
        }

        public void Complete() => _core.SetResult(true);

        public bool GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);

        public IAsyncEnumerator<bool> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => NextIsReady ? new ValueTask<bool>(true) : Next();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
