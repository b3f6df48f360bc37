using System.Threading.Tasks.Sources;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

/// <summary>A task may complete between two looks at it.</summary>
public sealed class RacingCompletionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task SuccessAfterTheFirstLook_IsASuccess(int looksWhilePending)
    {
        var service = new EmittedService($"racing_{looksWhilePending}");
        using var source = new CancellationTokenSource();
        using var spans = new SpanLog(service.Source);

        var result = await service.CallValueAsync(() => new ValueTask<int>(new LateSource(looksWhilePending), 0), source.Token);

        result.ShouldBe(7);
        var stats = Recorded.Stats(service.Source);
        (stats.SuccessCount, stats.ErrorCount, stats.CancelledCount).ShouldBe((1, 0, 0));
        Recorded.Errors(service.Source).ShouldBeEmpty();
        spans.Single.GetTagItem(TelemetryNames.Outcome).ShouldBeNull();
        System.Diagnostics.Activity.Current.ShouldBeNull();
    }

    [Fact]
    public async Task SuccessWithErrorContextAlone_IsNoCall()
    {
        var operation = Operation.Create("racing_errors", "call", AspectKinds.ErrorContext, "racing_errors");

        (await operation.Exit(new ValueTask<int>(new LateSource(looksWhilePending: 1), 0), CancellationToken.None)).ShouldBe(7);

        var stats = Recorded.Stats("racing_errors");
        (stats.Count, stats.ErrorCount).ShouldBe((0, 0));
    }

    private sealed class LateSource(int looksWhilePending) : IValueTaskSource<int>
    {
        private int _looks;

        public ValueTaskSourceStatus GetStatus(short token) =>
            _looks++ < looksWhilePending ? ValueTaskSourceStatus.Pending : ValueTaskSourceStatus.Succeeded;

        public int GetResult(short token) => 7;

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => continuation(state);
    }
}
