using System.Threading.Tasks.Sources;

namespace LlmAspects.Tests.Runtime;

/// <summary>Whoever consumes a value task twice may get an exception, never the result or the end of another call.</summary>
public sealed class RepeatedConsumptionTests
{
    [Fact]
    public async Task ConsumersOfOnePendingValueTask_AllEndAndOneGetsTheResult()
    {
        var service = new EmittedService("repeated_pending");
        var pending = new TaskCompletionSource<int>();
        var call = service.CallValueAsync(() => new ValueTask<int>(pending.Task));
        var consumers = new[] { call.AsTask(), call.AsTask(), Consume(call) };

        pending.SetResult(3);

        (await SingleResult(consumers)).ShouldBe(3);
        await Should.ThrowAsync<InvalidOperationException>(() => call.AsTask());
        Recorded.Stats(service.Source).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ConsumersOfOnePendingPull_AllEndAndOneGetsTheResult()
    {
        var service = new EmittedService("repeated_pull");
        var gate = new TaskCompletionSource<bool>();
        var items = service.Stream(() => new GatedStream(gate.Task)).GetAsyncEnumerator();
        var pull = items.MoveNextAsync();
        var consumers = new[] { pull.AsTask(), pull.AsTask(), Consume(pull) };

        gate.SetResult(true);

        (await SingleResult(consumers)).ShouldBeTrue();
    }

    [Fact]
    public async Task ResultTakenBesideAnAwait_DoesNotDisturbTheNextCall()
    {
        var service = new EmittedService("repeated_beside");
        var source = new HeldSource();
        var call = service.CallValueAsync(() => new ValueTask<int>(source, 0));
        var awaited = call.AsTask();
        source.IsCompleted = true;
        (await call).ShouldBe(7);

        var pending = new TaskCompletionSource<int>();
        var next = service.CallValueAsync(() => new ValueTask<int>(pending.Task)).AsTask();
        source.Continue();

        await Should.ThrowAsync<InvalidOperationException>(() => awaited);
        next.IsCompleted.ShouldBeFalse();
        pending.SetResult(8);
        (await next).ShouldBe(8);
        Recorded.Stats(service.Source).SuccessCount.ShouldBe(2);
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static async Task<T> SingleResult<T>(Task<T>[] consumers)
    {
        var refusal = await Record.ExceptionAsync(() => Task.WhenAll(consumers).WaitAsync(Patience));
        refusal.ShouldBeOfType<InvalidOperationException>();
        consumers.Count(consumer => consumer.Exception?.InnerException is InvalidOperationException).ShouldBe(consumers.Length - 1);
        return await consumers.Single(consumer => consumer.IsCompletedSuccessfully);
    }

    private static async Task<T> Consume<T>(ValueTask<T> task) => await task;

    /// <summary>Completes at once for whoever asks, and late for whoever waits.</summary>
    private sealed class HeldSource : IValueTaskSource<int>
    {
        private Action? _continue;

        public bool IsCompleted { get; set; }

        public void Continue() => _continue.ShouldNotBeNull()();

        public ValueTaskSourceStatus GetStatus(short token) => IsCompleted ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;

        public int GetResult(short token) => 7;

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _continue = () => continuation(state);
    }
}
