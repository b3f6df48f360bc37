using System.Net;
using System.Text.Json;
using LlmAspects.Components.Failover;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Failover;

/// <summary>What providers do to their callers, with <c>a</c> first and <c>large</c> behind it: the caller gets the whole answer once, or the true reason.</summary>
public sealed class FailoverScenarioTests : IDisposable
{
    private const string Answer = "The lamp stays lit when one of two wires breaks.";

    private static readonly Exception Overload = new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable);
    private static readonly string[] Words = [.. Answer.Split(' ').Select((word, place) => place == 0 ? word : " " + word)];

    private readonly FailoverBench _bench = new() { Candidates = ["a", "large"] };

    public FailoverScenarioTests() => _bench.Large.Always([.. Say(0, Words.Length), ScriptStep.Finish(), ScriptStep.Report(10, 10)]);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RateLimitedOnce_WaitsAsTold(bool streams)
    {
        _bench.A.ThenThrow(Refusal(429, "rate_limit_exceeded", TimeSpan.FromSeconds(2))).Then(Whole());

        (await AskAsync(streams)).ShouldBe((Answer, "a"));

        (_bench.A.Calls.Count, _bench.Time.Elapsed).ShouldBe((2, TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RateLimitedForEver_BacksOffThenLeaves(bool streams)
    {
        _bench.A.Always(ScriptStep.Throw(Refusal(429, "rate_limit_exceeded")));

        (await AskAsync(streams)).ShouldBe((Answer, "large"));

        (_bench.A.Calls.Count, _bench.Time.Elapsed).ShouldBe((3, TimeSpan.FromSeconds(3)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneServerErrorOrReset_IsRepeatedOnTheSameModel(bool streams)
    {
        _bench.A.ThenThrow(new HttpRequestException("x", null, HttpStatusCode.InternalServerError))
            .ThenThrow(new HttpRequestException(HttpRequestError.Unknown, "x", new IOException("reset"))).Then(Whole());

        (await AskAsync(streams)).ShouldBe((Answer, "a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OverloadedForEver_TheOtherModelIsNamedWithItsUsage(bool streams)
    {
        _bench.A.Always(ScriptStep.Throw(Overload));

        ChatResponse response = await RespondAsync(streams);

        (response.Text, response.ModelId, response.Usage!.TotalTokenCount, _bench.A.Calls.Count).ShouldBe((Answer, "large", 20, 3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OverloadedForEverWithoutAnother_TheCallerSeesTheError(bool streams)
    {
        _bench.Candidates = ["a"];
        _bench.A.Always(ScriptStep.Throw(Overload));

        (await Should.ThrowAsync<AllModelsFailedException>(RespondAsync(streams))).InnerException.ShouldBeSameAs(Overload);
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 60)]
    public async Task Silence_IsLeftAtTheLimit(bool streams, int seconds)
    {
        _bench.A.Always(ScriptStep.Hang());

        (await AskAsync(streams)).ShouldBe((Answer, "large"));

        (_bench.A.Calls.Count, _bench.Time.Elapsed).ShouldBe((1, TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public async Task SlowFirstTokenWithoutAnother_MayTakeLongerTheSecondTime()
    {
        _bench.Candidates = ["a"];
        _bench.A.Always(ScriptStep.Hang());

        AllModelsFailedException error = await Should.ThrowAsync<AllModelsFailedException>(RespondAsync(streams: true));

        error.Report.Attempts.Select(attempt => attempt.Duration.TotalSeconds).ShouldBe([10, 60]);
    }

    [Fact]
    public async Task FirstTokenLimitOfTheModel_IsTheOneThatCounts()
    {
        _bench.FirstTokenLimit = TimeSpan.FromSeconds(3);
        _bench.A.Always(ScriptStep.Hang());

        await AskAsync(streams: true);

        _bench.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public async Task BrokenOffInTheMiddle_IsWholeOnce(bool? prefill)
    {
        _bench.AcceptsPrefill = prefill;
        _bench.A.Always(Say(0, 6));
        ScriptLarge(startsAt: prefill == true ? 6 : 0, refusals: prefill is null ? 1 : 0);

        (await AskAsync(streams: true)).ShouldBe((Answer, "large"));

        _bench.A.Calls.Count.ShouldBe(1);
        _bench.Large.Calls.Count.ShouldBe(prefill is null ? 2 : 1);
    }

    [Fact]
    public async Task SilentInTheMiddle_IsWholeOnceAfterTheStallLimit()
    {
        _bench.A.Always([.. Say(0, 4), ScriptStep.Hang()]);
        ScriptLarge(startsAt: 4);

        (await AskAsync(streams: true)).ShouldBe((Answer, "large"));

        _bench.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task UnreadableOrBrokenEventInTheMiddle_GoesOnElsewhereAtOnce(Exception error)
    {
        _bench.A.Always([.. Say(0, 2), ScriptStep.Throw(error)]);
        ScriptLarge(startsAt: 2);

        (await AskAsync(streams: true)).ShouldBe((Answer, "large"));

        (_bench.A.Calls.Count, _bench.Time.Elapsed).ShouldBe((1, TimeSpan.Zero));
    }

    public static TheoryData<Exception> Breaks() => [new JsonException("x"), new HttpIOException(HttpRequestError.ResponseEnded), Overload, new InvalidOperationException("x")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UnreadableReplyBeforeAnyText_IsRepeatedOnTheSameModel(bool streams)
    {
        _bench.A.ThenThrow(new JsonException("x")).Then(Whole());

        (await AskAsync(streams)).ShouldBe((Answer, "a"));

        _bench.Health.Read(FailoverBench.Model("a")).State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public async Task TruncatedBody_IsRepeatedThenLeft()
    {
        _bench.A.Always(ScriptStep.Throw(new HttpRequestException("x", new HttpIOException(HttpRequestError.ResponseEnded))));

        (await AskAsync(streams: false)).ShouldBe((Answer, "large"));
    }

    [Fact]
    public async Task AnswerWithoutAFinishReason_IsNoAnswer()
    {
        _bench.A.Always([.. Say(0, 5), ScriptStep.Report(7, 5)]);

        ChatResponse response = await RespondAsync(streams: false);

        (response.Text, response.ModelId, response.Usage!.TotalTokenCount).ShouldBe((Answer, "large", 32));
        Report(response).Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.TruncatedStream);
        Report(response).ServedUsage!.TotalTokenCount.ShouldBe(20);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EmptyAnswer_IsNoAnswer(bool streams)
    {
        _bench.A.Always(ScriptStep.Say(""), ScriptStep.Finish());

        ChatResponse response = await RespondAsync(streams);

        (response.Text, _bench.A.Calls.Count).ShouldBe((Answer, 3));
        Report(response).Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.MalformedReply);
    }

    [Theory]
    [InlineData(true, "length")]
    [InlineData(false, "length")]
    [InlineData(true, "content_filter")]
    [InlineData(false, "tool_calls")]
    public async Task EmptyAnswerWithAReason_IsAnAnswer(bool streams, string reason)
    {
        _bench.A.Then(ScriptStep.Finish(new ChatFinishReason(reason)));

        (await RespondAsync(streams)).ModelId.ShouldBe("a");
    }

    [Fact]
    public async Task ConnectionLeftOpenAfterTheFinishReason_IsNotWaitedForLong()
    {
        _bench.A.Then([.. Whole(), ScriptStep.Report(3, 3), ScriptStep.Hang()]);

        ChatResponse response = await RespondAsync(streams: true);

        (response.Text, response.Usage!.TotalTokenCount, _bench.Time.Elapsed).ShouldBe((Answer, 6, TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PromptTooLong_GoesToTheLargerModelUnrepeated(bool streams)
    {
        _bench.A.Always(ScriptStep.Throw(Refusal(400, "context_length_exceeded")));

        (await AskAsync(streams)).ShouldBe((Answer, "large"));

        _bench.A.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefusedByTheFilter_IsTheErrorItself(bool streams)
    {
        Exception refusal = Refusal(400, "content_policy_violation");
        _bench.A.Always(ScriptStep.Throw(refusal));

        (await Should.ThrowAsync<ModelCallException>(RespondAsync(streams))).ShouldBeSameAs(refusal);

        (_bench.A.Calls.Count, _bench.Large.Calls.Count).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OutageOfAMinute_IsServedElsewhereAndEnds(bool streams)
    {
        _bench.A.Always([ScriptStep.Do(() => ThrowBefore(60)), .. Whole()]);
        var served = new List<(double Second, string? Model)>();
        for (int request = 0; request < 25; request++)
        {
            served.Add((_bench.Time.Elapsed.TotalSeconds, (await RespondAsync(streams)).ModelId));
            _bench.Time.Advance(TimeSpan.FromSeconds(4));
        }

        served.Where(answer => answer.Second < 60).ShouldAllBe(answer => answer.Model == "large");
        served.First(answer => answer.Model == "a").Second.ShouldBeLessThanOrEqualTo(90);
        served[^1].Model.ShouldBe("a");
    }

    [Theory]
    [InlineData(1, 30, 60)]
    [InlineData(2, 30, 60)]
    [InlineData(5, 30, 60)]
    [InlineData(2, 30, 89)]
    [InlineData(3, 10, 100)]
    [InlineData(4, 7, 50)]
    public async Task Outage_CostsTheThresholdAndOneProbeAPeriod(int threshold, int period, int outage)
    {
        using var bench = new FailoverBench(
            new LlmFailoverOptions { BaseDelay = TimeSpan.Zero, MaxAttempts = 20, MaxAttemptsPerModel = 10 },
            breaker: new CircuitBreakerOptions { ConsecutiveFailures = threshold, BreakDuration = TimeSpan.FromSeconds(period) });
        bench.A.Always(ScriptStep.Throw(Overload));
        bench.B.Always(Whole());
        for (int second = 0; second <= outage; second++)
        {
            (await bench.AskAsync()).Response.ModelId.ShouldBe("b");
            bench.Time.Advance(TimeSpan.FromSeconds(1));
        }

        bench.A.Calls.Count.ShouldBe(threshold + (outage / period));
    }

    [Fact]
    public async Task BreakerThatOpensDuringARequest_IsNotWaitedFor()
    {
        using var bench = new FailoverBench(breaker: new CircuitBreakerOptions { ConsecutiveFailures = 1 });
        bench.A.Always(ScriptStep.Throw(Overload));
        bench.B.Always(Whole());

        FailoverReport report = (await bench.AskAsync()).Report;

        report.Attempts[0].FollowedBy.ShouldBe(RecoveryAction.NextModel);
        bench.Time.Elapsed.ShouldBe(TimeSpan.Zero);
    }

    private static ScriptStep[] Say(int from, int to) => [.. Words[from..to].Select(ScriptStep.Say)];

    private static ScriptStep[] Whole() => [.. Say(0, Words.Length), ScriptStep.Finish()];

    private static ModelCallException Refusal(int status, string code, TimeSpan? retryAfter = null) => new(
        code switch
        {
            "rate_limit_exceeded" => ErrorCategory.RateLimit,
            "context_length_exceeded" => ErrorCategory.ContextOverflow,
            "content_policy_violation" => ErrorCategory.ContentFilter,
            _ => ErrorCategory.InvalidInput,
        },
        "x") { Provider = new ProviderError(status, code, retryAfter) };

    private static FailoverReport Report(ChatResponse response) => (FailoverReport)response.AdditionalProperties![ResponseProperties.Failover]!;

    private void ScriptLarge(int startsAt, int refusals = 0)
    {
        for (int i = 0; i < refusals; i++)
        {
            _bench.Large.ThenThrow(Refusal(400, "invalid_prefill"));
        }

        _bench.Large.Then([.. Say(startsAt, Words.Length), ScriptStep.Finish()]);
    }

    private void ThrowBefore(int seconds)
    {
        if (_bench.Time.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            throw Overload;
        }
    }

    private async Task<(string Text, string? Model)> AskAsync(bool streams) => await RespondAsync(streams) is var response ? (response.Text, response.ModelId) : default;

    private async Task<ChatResponse> RespondAsync(bool streams) =>
        streams ? await _bench.StreamAsync().ToChatResponseAsync() : (await _bench.AskAsync()).Response;
}
