using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class RetryPendingTests
{
    private const string Tasks = "run run_value compute compute_value";

    public RetryPendingTests() => ErrorAggregator.Shared.Clear();

    public static TheoryData<string> Operations => [.. Tasks.Split(' ')];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task PendingSuccess_IsOneAttempt(string operation)
    {
        using var attempts = new AttemptCounts(operation);
        var gate = new TaskCompletionSource<int>();
        var call = CallAsync(operation, () => gate.Task);
        call.IsCompleted.ShouldBeFalse();

        gate.SetResult(7);

        (await call).ShouldBe(7);
        attempts.Outcomes.ShouldBe("succeeded");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task PendingFailure_IsRetriedUnderTheSpanOfTheCall(string operation)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var attempts = new AttemptCounts(operation);
        List<Activity?> seen = [];
        var (first, second) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var call = CallAsync(operation, () =>
        {
            seen.Add(Activity.Current);
            return seen.Count == 1 ? first.Task : second.Task;
        });
        Activity.Current.ShouldBeNull();

        first.SetException(new TimeoutException());
        second.SetResult(8);

        (await call).ShouldBe(8);
        attempts.Outcomes.ShouldBe("retried succeeded");
        var span = recorder.Stopped.Single(span => span.OperationName == "retried_passing." + operation);
        seen.ShouldBe([span, span]);
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task PendingFailureOfAnotherType_IsFinalAndTheSameException(string operation)
    {
        using var attempts = new AttemptCounts(operation);
        var gate = new TaskCompletionSource<int>();
        var call = CallAsync(operation, () => gate.Task);
        var error = new InvalidOperationException();

        gate.SetException(error);

        (await Should.ThrowAsync<InvalidOperationException>(call)).ShouldBeSameAs(error);
        attempts.Outcomes.ShouldBe("failed");
        ErrorAggregator.Shared.Recent().ShouldHaveSingleItem().Attempts.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task SecondPendingFailure_IsTheOutcome(string operation)
    {
        using var attempts = new AttemptCounts(operation);
        var gates = new Queue<TaskCompletionSource<int>>([new(), new()]);
        var ends = gates.ToArray();
        var call = CallAsync(operation, () => gates.Dequeue().Task);
        var error = new TimeoutException();

        ends[0].SetException(new TimeoutException());
        ends[1].SetException(error);

        (await Should.ThrowAsync<TimeoutException>(call)).ShouldBeSameAs(error);
        attempts.Outcomes.ShouldBe("retried failed");
        ErrorAggregator.Shared.Recent().ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().Number.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task PendingCancellation_CancelsTheTask(string operation)
    {
        using var attempts = new AttemptCounts(operation);
        using var source = new CancellationTokenSource();
        var gate = new TaskCompletionSource<int>();
        var call = CallAsync(operation, () => gate.Task, source.Token);

        await source.CancelAsync();
        gate.SetCanceled(source.Token);

        await Should.ThrowAsync<OperationCanceledException>(call);
        call.IsCanceled.ShouldBeTrue();
        attempts.Outcomes.ShouldBe("cancelled");
    }

    // Every shape ends as a task with the result that the gates give.
    private static async Task<int> CallAsync(string operation, Func<Task<int>> attempt, CancellationToken token = default)
    {
        Task<int>? last = null;
        Task<int> Next() => last = attempt();
        switch (operation)
        {
            case "run":
                await RetriedPassing.RunAsync(Next, token);
                return await last!;
            case "run_value":
                await RetriedPassing.RunValueAsync(() => new ValueTask((Task)Next()), token);
                return await last!;
            case "compute":
                return await RetriedPassing.ComputeAsync(Next, token);
            default:
                return await RetriedPassing.ComputeValueAsync(() => new ValueTask<int>(Next()), token);
        }
    }
}
