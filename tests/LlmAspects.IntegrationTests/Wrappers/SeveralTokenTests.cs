using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public sealed class SeveralTokenTests
{
    public static TheoryData<string, bool> Matrix => CallMatrix.Of(SeveralTokens.Calls.Keys);

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Success_IsCountedWhereItIsMeasured(string operation, bool isPending)
    {
        var counts = new OperationCounts("several_tokens", operation);

        await EndAsync(operation, isPending, static source => source.SetResult(7), default, default);

        counts.Successes.ShouldBe(operation.EndsWith("_alone", StringComparison.Ordinal) ? 0 : 1);
        counts.Errors.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task SecondToken_ExplainsTheCancellation(string operation, bool isPending)
    {
        var counts = new OperationCounts("several_tokens", operation);

        await Should.ThrowAsync<OperationCanceledException>(
            () => EndAsync(operation, isPending, static source => source.SetException(new OperationCanceledException()), default, new CancellationToken(canceled: true)));

        counts.Errors.ShouldBe(0);
        counts.ErrorRecords.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task TokensThatAreNotCancelled_ExplainNothing(string operation, bool isPending)
    {
        var counts = new OperationCounts("several_tokens", operation);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(
            () => EndAsync(operation, isPending, static source => source.SetException(new OperationCanceledException()), first.Token, second.Token));

        counts.Errors.ShouldBe(1);
        counts.ErrorRecords.ShouldHaveSingleItem();
    }

    private static async Task EndAsync(string operation, bool isPending, Action<TaskCompletionSource<int>> end, CancellationToken first, CancellationToken second)
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!isPending)
        {
            end(source);
        }

        var call = SeveralTokens.Calls[operation](source.Task, first, second);
        if (isPending)
        {
            end(source);
        }

        await call;
    }
}
