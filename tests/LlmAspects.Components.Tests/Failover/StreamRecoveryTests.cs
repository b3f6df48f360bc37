using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Failover;

public sealed class StreamRecoveryTests : IDisposable
{
    private static readonly Exception NoPrefill = new ModelCallException(ErrorCategory.InvalidInput, "x") { Provider = new ProviderError(400, "invalid_prefill") };

    private readonly FailoverBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task ModelThatAcceptsAPrefill_ContinuesTheText()
    {
        _bench.A.Then(Say("One", " two", " "));
        _bench.B.Then(Say(" three", " four", null));

        (List<ChatResponseUpdate> updates, FailoverReport report) = await StreamAsync();

        Text(updates).ShouldBe("One two three four");
        IReadOnlyList<ChatMessage> asked = _bench.B.Calls.Single().Messages;
        asked.Select(message => (message.Role, message.Text)).ShouldBe([(ChatRole.User, "Hi"), (ChatRole.Assistant, "One two")]);
        report.Attempts.Select(attempt => (attempt.ModelId, attempt.Start)).ShouldBe([("a", AttemptStart.Fresh), ("b", AttemptStart.Continued)]);
        _bench.Handler.GetStatistics().Recovered.ShouldBe(1);
    }

    [Fact]
    public async Task ModelThatRepeatsInsteadOfContinuing_DoublesNothing()
    {
        _bench.A.Then(Say("One", " two"));
        _bench.B.Then(Say("One t", "wo thr", "ee", null));

        Text((await StreamAsync()).Updates).ShouldBe("One two three");
    }

    [Fact]
    public async Task TextThatWasCompleteButForItsEnd_IsWhole()
    {
        _bench.A.Then(Say("One", " two"));
        _bench.B.Then(Say([null]));

        Text((await StreamAsync()).Updates).ShouldBe("One two");
    }

    [Theory]
    [InlineData("invalid_prefill", 400)]
    [InlineData(null, 400)]
    [InlineData("invalid_prefill", null)]
    public async Task RefusedPrefill_RestartsTheSameModelAndIsRemembered(string? code, int? status)
    {
        var refusal = new ModelCallException(ErrorCategory.InvalidInput, "x") { Provider = new ProviderError(status, code) };
        for (int request = 0; request < 2; request++)
        {
            _bench.A.Then(Say("One", " two"));
            if (request == 0)
            {
                _bench.B.ThenThrow(refusal);
            }

            _bench.B.Then(Say("One two", " three", null));
            Text((await StreamAsync()).Updates).ShouldBe("One two three");
        }

        _bench.B.Calls.Select(call => call.Messages.Count).ShouldBe([2, 1, 1]);
        _bench.Health.Read(FailoverBench.Model("b")).State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public async Task RefusedPrefill_IsForgottenWhenTheConfigurationChanges()
    {
        _bench.A.Always(Say("One"));
        _bench.B.ThenThrow(NoPrefill).Then(Say("One.", null)).Then(Say(".", null));
        await StreamAsync();

        _bench.Health.Reset(FailoverBench.Model("b"));
        await StreamAsync();

        _bench.B.Calls[^1].Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task RefusedPrefillOfTheLastAttempt_IsNotTheErrorThatTheCallerSees()
    {
        var cause = new IOException("x");
        _bench.A.Then([.. Say("One"), ScriptStep.Throw(cause)]);
        _bench.B.ThenThrow(NoPrefill);

        StreamInterruptedException error = await Should.ThrowAsync<StreamInterruptedException>(StreamAsync(new LlmChatOptions { AttemptBudget = new AttemptBudget(2) }));

        error.InnerException.ShouldBeSameAs(cause);
        error.Report.Attempts.Length.ShouldBe(2);
    }

    [Fact]
    public async Task ModelWithoutPrefill_IsAskedAnewAndMatched()
    {
        _bench.AcceptsPrefill = false;
        _bench.A.Then(Say("One", " two"));
        _bench.B.Then(Say("One t", "wo thr", "ee", null));

        (List<ChatResponseUpdate> updates, FailoverReport report) = await StreamAsync();

        Texts(updates).ShouldBe(["One", " two", " thr", "ee"]);
        _bench.B.Calls.Single().Messages.Count.ShouldBe(1);
        report.Attempts[1].Start.ShouldBe(AttemptStart.Matched);
    }

    [Fact]
    public async Task OtherTextThanBefore_InterruptsWithWhatWasPassedOn()
    {
        _bench.AcceptsPrefill = false;
        _bench.A.Then(Say("One", " two"));
        _bench.B.Then(Say("One", " too", null));
        var seen = new List<ChatResponseUpdate>();

        StreamInterruptedException error = await Should.ThrowAsync<StreamInterruptedException>(StreamAsync(into: seen));

        (error.PartialText, Text(seen)).ShouldBe(("One two", "One two"));
        error.Report.Attempts.Select(attempt => attempt.Error!.Value.Category).ShouldBe([ErrorCategory.TruncatedStream, ErrorCategory.Diverged]);
        error.Report.Stop.ShouldBe(FailoverStop.StreamInterrupted);
        _bench.Health.Read(FailoverBench.Model("b")).State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public async Task TakeoverThatBreaksToo_IsTakenOver()
    {
        _bench.Candidates = ["a", "b", "large"];
        _bench.A.Then(Say("One"));
        _bench.B.Then(Say(" two"));
        _bench.Large.Then(Say(" three", null));

        Text((await StreamAsync()).Updates).ShouldBe("One two three");
        _bench.Large.Calls.Single().Messages[^1].Text.ShouldBe("One two");
    }

    [Fact]
    public async Task OnlyModel_IsAskedOnceMoreForTheRest()
    {
        _bench.Candidates = ["a"];
        _bench.A.Then(Say("One")).Then(Say(" two")).Then(Say(" three", null));

        StreamInterruptedException error = await Should.ThrowAsync<StreamInterruptedException>(StreamAsync());

        error.PartialText.ShouldBe("One two");
        _bench.A.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task TakeoverThatIsOverloaded_IsRepeatedByTheRules()
    {
        _bench.A.Then(Say("One"));
        _bench.B.ThenThrow(new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable)).Then(Say(" two", null));

        (List<ChatResponseUpdate> updates, FailoverReport report) = await StreamAsync();

        Text(updates).ShouldBe("One two");
        report.Attempts.Select(attempt => attempt.FollowedBy).ShouldBe([RecoveryAction.NextModel, RecoveryAction.SameModel, null]);
    }

    [Fact]
    public async Task TakenOverAnswer_IsOneMessageOfTheModelThatServed()
    {
        _bench.A.Then(Send("m1", "One"), Send("m1", " two"));
        _bench.B.Then(Send("m2", " three"), ScriptStep.Send(() => new ChatResponseUpdate { Role = ChatRole.Assistant, MessageId = "m2", FinishReason = ChatFinishReason.Stop }));

        ChatResponse response = (await StreamAsync()).Updates.ToChatResponse();

        (response.Messages.Single().MessageId, response.Text, response.ModelId).ShouldBe(("m1", "One two three", "b"));
    }

    [Fact]
    public async Task ReasoningOfATakeover_IsLeftOut()
    {
        _bench.A.Then(Think("Hm"));
        _bench.B.Then([Think("Well"), .. Say("One", null)]);

        ChatResponse response = (await StreamAsync()).Updates.ToChatResponse();

        response.Messages.Single().Contents.Select(content => content is TextReasoningContent thought ? $"({thought.Text})" : content.ToString()).ShouldBe(["(Hm)", "One"]);
        _bench.B.Calls.Single().Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ContentThatIsNoText_CannotBeTakenOver()
    {
        _bench.A.Then(ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, [new DataContent(new byte[] { 1 }, "image/png")])));

        await Should.ThrowAsync<StreamInterruptedException>(StreamAsync());

        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ToolCallAfterText_WaitsForTheEndAndTheTextDoesNot()
    {
        _bench.A.Then(
            ScriptStep.Say("One"),
            ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("1", "pay")])),
            ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, " two")));
        _bench.B.Then(ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("2", "pay")])), ScriptStep.Finish(ChatFinishReason.ToolCalls));

        List<ChatResponseUpdate> updates = (await StreamAsync()).Updates;

        _bench.B.Calls.Single().Messages[^1].Text.ShouldBe("One");
        updates.ToChatResponse().Messages.Single().Contents.Select(content => content is FunctionCallContent call ? call.CallId : content.ToString()).ShouldBe(["One", "2"]);
    }

    [Fact]
    public async Task Buffered_ShowsNothingOfABrokenAnswer()
    {
        using var bench = new FailoverBench(new LlmFailoverOptions { StreamRecovery = StreamRecovery.Buffered });
        bench.A.Then(Say("One", " two"));
        bench.B.Then(Say("Three", " four", null));

        List<ChatResponseUpdate> updates = [];
        await foreach (ChatResponseUpdate update in bench.StreamAsync())
        {
            updates.Add(update);
        }

        Texts(updates).ShouldBe(["Three", " four"]);
        bench.B.Calls.Single().Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Buffered_AllFailIsNoInterruption()
    {
        using var bench = new FailoverBench(new LlmFailoverOptions { StreamRecovery = StreamRecovery.Buffered });
        bench.A.Always(Say("One"));
        bench.B.Always(Say("One"));

        await Should.ThrowAsync<AllModelsFailedException>(async () => await bench.StreamAsync().ToChatResponseAsync());
    }

    [Fact]
    public async Task RestartMarker_ComesBeforeTheNewAnswerWithTheSameMessageId()
    {
        using var bench = new FailoverBench(new LlmFailoverOptions { StreamRecovery = StreamRecovery.RestartMarker });
        bench.A.Then(ScriptStep.Report(5, 1), Send("m1", "One"));
        bench.B.Then([Send("m2", "Two"), .. Say(" three", null), ScriptStep.Report(6, 2)]);

        List<ChatResponseUpdate> updates = [];
        await foreach (ChatResponseUpdate update in bench.StreamAsync())
        {
            updates.Add(update);
        }

        int marker = updates.FindIndex(update => update.AdditionalProperties?.ContainsKey(ResponseProperties.Restart) == true);
        (updates[marker].MessageId, updates[marker].ModelId, updates[marker].Contents.Count).ShouldBe(("m1", "b", 0));
        updates[marker].AdditionalProperties![ResponseProperties.Restart].ShouldBe(true);
        Texts(updates[..marker]).ShouldBe(["One"]);
        ChatResponse rest = updates[(marker + 1)..].ToChatResponse();
        (rest.Text, rest.Messages.Single().MessageId, rest.Usage!.TotalTokenCount).ShouldBe(("Two three", "m1", 14));
    }

    [Fact]
    public async Task ConsumerThatHoldsAnItem_StopsTheClockOfATakeoverToo()
    {
        var time = new FakeTimeProvider();
        using var bench = new FailoverBench(time: time);
        bench.A.Then(Say("One"));
        bench.B.Then(Say(" two", " three", null));
        var text = new List<string>();
        await foreach (ChatResponseUpdate update in bench.StreamAsync())
        {
            time.Advance(TimeSpan.FromMinutes(1));
            text.Add(update.Text);
        }

        string.Concat(text).ShouldBe("One two three");
    }

    [Fact]
    public async Task UsageOfAllAttempts_IsReportedWithTheServedShareApart()
    {
        _bench.Candidates = ["a", "b", "large"];
        _bench.A.Then(ScriptStep.Report(5, 1), ScriptStep.Throw(new InvalidOperationException("x")));
        _bench.B.Then([.. Say("One"), ScriptStep.Report(50, 10)]);
        _bench.Large.Then([.. Say(" two", null), ScriptStep.Report(500, 100)]);

        (List<ChatResponseUpdate> updates, FailoverReport report) = await StreamAsync();

        updates.ToChatResponse().Usage!.TotalTokenCount.ShouldBe(666);
        (report.Usage!.TotalTokenCount, report.ServedUsage!.TotalTokenCount).ShouldBe((666, 600));
    }

    private static ScriptStep[] Say(params string?[] pieces) => [.. pieces.Select(piece => piece is null ? ScriptStep.Finish() : ScriptStep.Say(piece))];

    private static ScriptStep Send(string messageId, string text) => ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, text) { MessageId = messageId });

    private static ScriptStep Think(string text) => ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, [new TextReasoningContent(text)]));

    private static string Text(IEnumerable<ChatResponseUpdate> updates) => string.Concat(updates.Select(update => update.Text));

    private static IEnumerable<string> Texts(IEnumerable<ChatResponseUpdate> updates) => updates.Select(update => update.Text).Where(text => text.Length > 0);

    private async Task<(List<ChatResponseUpdate> Updates, FailoverReport Report)> StreamAsync(LlmChatOptions? options = null, List<ChatResponseUpdate>? into = null)
    {
        into ??= [];
        await foreach (ChatResponseUpdate update in _bench.StreamAsync(options))
        {
            into.Add(update);
        }

        return (into, (FailoverReport)into[^1].AdditionalProperties![ResponseProperties.Failover]!);
    }
}
