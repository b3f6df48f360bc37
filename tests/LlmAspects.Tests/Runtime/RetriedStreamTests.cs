using System.Diagnostics;
using LlmAspects.Resilience;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class RetriedStreamTests
{
    private static readonly Operation Call = Operation.Create("retried_stream", "read", AspectKinds.TracePerformance | AspectKinds.RetryWithBackoff);
    private static readonly RetryPolicy Policy = new(Call, new RetryOptions { BaseDelay = TimeSpan.Zero, Handle = [typeof(InvalidOperationException)] });

    [Fact]
    public async Task SecondItem_DoesNotPassThroughTheRetry()
    {
        var producer = new Producer(failures: 0);
        await using var items = Call.Exit(Policy.RunStream(producer, static (producer, _) => producer, null)).GetAsyncEnumerator();

        (await items.MoveNextAsync()).ShouldBeTrue();
        producer.IsPulledByTheRetry.ShouldBeTrue();

        (await items.MoveNextAsync()).ShouldBeTrue();
        producer.IsPulledByTheRetry.ShouldBeFalse();
    }

    [Fact]
    public async Task LinkedTokens_KeepTheRetryUntilTheDisposal()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var producer = new Producer(failures: 1);
        var items = Call.Exit(Policy.RunStream(producer, static (producer, token) => producer.With(token), null, first.Token, second.Token), first.Token, second.Token).GetAsyncEnumerator();
        await items.MoveNextAsync();
        await items.MoveNextAsync();

        await items.DisposeAsync();

        producer.IsDisposed.ShouldBeTrue();
        await second.CancelAsync();
        producer.Token.IsCancellationRequested.ShouldBeFalse("the link has been cut");
    }

    [Fact]
    public async Task FailureOfADisposal_TakesThePlaceOfTheFailureBefore()
    {
        var producer = new Producer(failures: 1, disposal: new NotSupportedException());
        var items = Policy.RunStream(producer, static (producer, _) => producer, null).GetAsyncEnumerator();

        await Should.ThrowAsync<NotSupportedException>(items.MoveNextAsync().AsTask());

        producer.Pulls.ShouldBe(1);
    }

    [Fact]
    public async Task StreamThatFailedForGood_EndsAndHasNothingToDispose()
    {
        var producer = new Producer(failures: int.MaxValue);
        var items = Policy.RunStream(producer, static (producer, _) => producer, null).GetAsyncEnumerator();
        await Should.ThrowAsync<InvalidOperationException>(items.MoveNextAsync().AsTask());
        producer.Pulls.ShouldBe(3);

        (await items.MoveNextAsync()).ShouldBeFalse();
        items.Current.ShouldBeNull();
        await items.DisposeAsync();

        (producer.Pulls, producer.Disposals).ShouldBe((3, 3));
    }

    /// <summary>Items without end after some failures.</summary>
    private sealed class Producer(int failures, Exception? disposal = null) : IAsyncEnumerable<string>, IAsyncEnumerator<string>
    {
        public string Current => "item";

        public bool IsPulledByTheRetry { get; private set; }

        public bool IsDisposed => Disposals > 0;

        public int Disposals { get; private set; }

        public int Pulls { get; private set; }

        public CancellationToken Token { get; private set; }

        public Producer With(CancellationToken token)
        {
            Token = token;
            return this;
        }

        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            var caller = new StackFrame(1).GetMethod()!.DeclaringType!;
            IsPulledByTheRetry = caller.Name.Contains("Retried", StringComparison.Ordinal);
            return Pulls++ < failures ? throw new InvalidOperationException() : new ValueTask<bool>(true);
        }

        public ValueTask DisposeAsync()
        {
            Disposals++;
            return disposal is null ? default : throw disposal;
        }
    }
}
