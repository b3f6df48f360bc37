using System.Diagnostics;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Failover;

public sealed class LlmFailoverStreamTests : IDisposable
{
    private readonly FailoverBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task WholeStream_NamesTheModelAndEndsWithTheReport()
    {
        _bench.A.Then(ScriptStep.Say("Hel"), ScriptStep.Say("lo"), ScriptStep.Finish(), ScriptStep.Report(5, 2));

        List<ChatResponseUpdate> updates = await Collect(_bench.StreamAsync());

        updates.ShouldAllBe(update => update.ModelId == "a");
        updates[^1].Contents.ShouldBeEmpty();
        FailoverReport report = updates[^1].AdditionalProperties![ResponseProperties.Failover].ShouldBeOfType<FailoverReport>();
        report.Attempts.Single().Usage!.TotalTokenCount.ShouldBe(7);
        ChatResponse response = updates.ToChatResponse();
        (response.Text, response.ModelId, response.FinishReason, response.Messages.Count).ShouldBe(("Hello", "a", ChatFinishReason.Stop, 1));
        response.AdditionalProperties![ResponseProperties.Failover].ShouldBe(report);
    }

    [Fact]
    public async Task FailureBeforeTheFirstContent_IsNeverSeen()
    {
        _bench.A.Then(ScriptStep.Say(""), ScriptStep.Report(5, 0), ScriptStep.Throw(new InvalidOperationException("x")));
        _bench.B.ThenAnswer("From b");

        List<ChatResponseUpdate> updates = await Collect(_bench.StreamAsync());

        updates.ShouldAllBe(update => update.ModelId == "b");
        updates.ToChatResponse().Text.ShouldBe("From b");
    }

    [Fact]
    public async Task FailureAfterTheFirstContentAndNobodyLeft_KeepsThePartialText()
    {
        var cause = new IOException("x");
        _bench.A.Then(ScriptStep.Say("Hel"), ScriptStep.Say("lo"), ScriptStep.Throw(cause));
        var seen = new List<ChatResponseUpdate>();

        StreamInterruptedException error = await Should.ThrowAsync<StreamInterruptedException>(Collect(_bench.StreamAsync(OneAttempt()), seen));

        error.PartialText.ShouldBe("Hello");
        error.InnerException.ShouldBeSameAs(cause);
        error.Report.Stop.ShouldBe(FailoverStop.StreamInterrupted);
        seen.ToChatResponse().Text.ShouldBe("Hello");
        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ToolCallOfABrokenStream_IsNeverSeen()
    {
        _bench.A.Then(ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("1", "pay")])), ScriptStep.Throw(new IOException("x")));
        _bench.B.Then(ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("2", "pay")])), ScriptStep.Finish(ChatFinishReason.ToolCalls));

        List<ChatResponseUpdate> updates = await Collect(_bench.StreamAsync());

        updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>().Single().CallId.ShouldBe("2");
    }

    [Fact]
    public async Task NoFinishReasonBeforeAnyContent_IsTruncatedAndTheNextModelAnswers()
    {
        _bench.A.Then();
        _bench.B.ThenAnswer("From b");

        FailoverReport report = Report(await Collect(_bench.StreamAsync()));

        report.Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.TruncatedStream);
        report.ServedModelId.ShouldBe("b");
    }

    [Fact]
    public async Task NoFinishReasonAfterContent_IsInterrupted()
    {
        _bench.A.Then(ScriptStep.Say("Half an ans"));

        StreamInterruptedException error = await Should.ThrowAsync<StreamInterruptedException>(Collect(_bench.StreamAsync(OneAttempt())));

        error.Report.Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.TruncatedStream);
    }

    [Fact]
    public async Task BrokenConnectionAfterTheFinishReason_IsACompleteAnswer()
    {
        _bench.A.Then(ScriptStep.Say("All"), ScriptStep.Finish(), ScriptStep.Throw(new IOException("x")));

        Report(await Collect(_bench.StreamAsync())).Stop.ShouldBe(FailoverStop.Answered);
    }

    [Fact]
    public async Task NoContentWithinTheLimit_MovesOnAndEmptyUpdatesDoNotHelp()
    {
        _bench.A.Then(ScriptStep.Say(""), ScriptStep.Hang());
        _bench.B.ThenAnswer("From b");

        FailoverReport report = Report(await Collect(_bench.StreamAsync()));

        report.Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.AttemptTimeout);
        report.Attempts[0].Duration.ShouldBe(TimeSpan.FromSeconds(10));
        report.ServedModelId.ShouldBe("b");
    }

    [Fact]
    public async Task ReasoningModel_HasNoLimitOnItsFirstContent()
    {
        var time = new FakeTimeProvider();
        using var bench = new FailoverBench(time: time) { Capabilities = ModelCapabilities.Streaming | ModelCapabilities.Reasoning };
        var gate = new TaskCompletionSource();
        bench.A.Then(ScriptStep.WaitFor(gate.Task), ScriptStep.Say("Thought"), ScriptStep.Finish());

        Task<List<ChatResponseUpdate>> stream = Collect(bench.StreamAsync());
        time.Advance(TimeSpan.FromHours(1));
        gate.SetResult();

        (await stream).ToChatResponse().Text.ShouldBe("Thought");
    }

    [Fact]
    public async Task PauseAfterContent_IsStalled()
    {
        _bench.A.Then(ScriptStep.Say("Hel"), ScriptStep.Hang());

        StreamInterruptedException error = await Should.ThrowAsync<StreamInterruptedException>(Collect(_bench.StreamAsync(OneAttempt())));

        error.Report.Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.Stalled);
        error.PartialText.ShouldBe("Hel");
    }

    [Fact]
    public async Task SlowConsumer_IsNotAStalledProvider()
    {
        var time = new FakeTimeProvider();
        using var bench = new FailoverBench(time: time);
        bench.A.Then(ScriptStep.Say("a"), ScriptStep.Say("b"), ScriptStep.Finish());
        var text = new List<string>();
        await foreach (ChatResponseUpdate update in bench.StreamAsync())
        {
            time.Advance(TimeSpan.FromMinutes(1));
            text.Add(update.Text);
        }

        string.Concat(text).ShouldBe("ab");
        bench.Health.Read(FailoverBench.Model("a")).State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public async Task EarlyDispose_EndsTheCallWithoutAVerdict()
    {
        _bench.A.Then(ScriptStep.Say("a"), ScriptStep.Say("b"), ScriptStep.Finish());
        await foreach (ChatResponseUpdate _ in _bench.StreamAsync())
        {
            break;
        }

        _bench.Health.Read(FailoverBench.Model("a")).InFlight.ShouldBe(0);
        _bench.Handler.GetStatistics().Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancellation_GoesToTheCaller()
    {
        using var source = new CancellationTokenSource();
        _bench.A.Then(ScriptStep.Say("a"), ScriptStep.Do(source.Cancel), ScriptStep.Hang());

        await Should.ThrowAsync<OperationCanceledException>(Collect(_bench.StreamAsync(cancellationToken: source.Token)));

        _bench.Handler.GetStatistics().Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task EachAttempt_IsASpanThatNamesItsModel()
    {
        var spans = new List<(string Name, object? Model, object? Attempt)>();
        using var root = new Activity("root").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "LlmAspects",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                {
                    spans.Add((activity.OperationName, activity.GetTagItem("llmaspects.model"), activity.GetTagItem("llmaspects.attempt")));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        _bench.A.ThenThrow(new InvalidOperationException("x"));
        _bench.B.ThenAnswer("ok");

        await Collect(_bench.StreamAsync());

        spans.ShouldBe(
        [
            ("llm_failover_handler.attempt_stream", "a", 1),
            ("llm_failover_handler.attempt_stream", "b", 2),
            ("llm_failover_handler.stream", null, null),
        ]);
    }

    private static LlmChatOptions OneAttempt() => new() { AttemptBudget = new AttemptBudget(1) };

    private static FailoverReport Report(List<ChatResponseUpdate> updates) => (FailoverReport)updates[^1].AdditionalProperties![ResponseProperties.Failover]!;

    private static async Task<List<ChatResponseUpdate>> Collect(IAsyncEnumerable<ChatResponseUpdate> stream, List<ChatResponseUpdate>? into = null)
    {
        into ??= [];
        await foreach (ChatResponseUpdate update in stream)
        {
            into.Add(update);
        }

        return into;
    }
}
