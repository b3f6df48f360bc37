using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Failover;

public sealed class LlmFailoverHandlerTests : IDisposable
{
    private static readonly Exception Overload = new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable);
    private static readonly Exception Unauthorized = new HttpRequestException("x", null, HttpStatusCode.Unauthorized);

    private readonly FailoverBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task FirstModelAnswers_NobodyElseIsAsked()
    {
        _bench.A.ThenAnswer("Hello");

        FailoverResult result = await _bench.AskAsync();

        result.Response.Text.ShouldBe("Hello");
        result.Response.ModelId.ShouldBe("a");
        result.Response.AdditionalProperties![ResponseProperties.Failover].ShouldBe(result.Report);
        result.Report.Attempts.ShouldBe([new FailoverAttempt(1, "a", TimeSpan.Zero)]);
        result.Report.FellBack.ShouldBeFalse();
        _bench.A.Calls.Single().Options!.ModelId.ShouldBe("a");
        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task OverloadedModel_IsRepeatedWithBackoffThenTheNextAnswers()
    {
        _bench.A.Always(ScriptStep.Throw(Overload));
        _bench.B.ThenAnswer("From b");

        FailoverResult result = await _bench.AskAsync();

        result.Response.ModelId.ShouldBe("b");
        result.Report.FellBack.ShouldBeTrue();
        result.Report.Attempts.Select(attempt => (attempt.ModelId, attempt.Error?.Category, attempt.FollowedBy, attempt.Delay.TotalSeconds)).ShouldBe(
        [
            ("a", ErrorCategory.Overload, RecoveryAction.SameModel, 1),
            ("a", ErrorCategory.Overload, RecoveryAction.SameModel, 2),
            ("a", ErrorCategory.Overload, RecoveryAction.NextModel, 0),
            ("b", null, null, 0),
        ]);
        _bench.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task RateLimitedModel_IsAskedAgainAfterItsPause()
    {
        _bench.A.ThenThrow(new ModelCallException(ErrorCategory.RateLimit, "x") { Provider = new ProviderError(429, null, TimeSpan.FromSeconds(8)) }).ThenAnswer("Hello");

        FailoverResult result = await _bench.AskAsync();

        result.Response.ModelId.ShouldBe("a");
        result.Report.Attempts[0].Delay.ShouldBe(TimeSpan.FromSeconds(8));
        _bench.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task RefusedCredential_IsTriedOnceAndLocksTheModelOut()
    {
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.Always(ScriptStep.Say("ok"), ScriptStep.Finish());
        await _bench.AskAsync();

        FailoverResult second = await _bench.AskAsync();

        _bench.A.Calls.Count.ShouldBe(1);
        second.Report.Skipped.ShouldBe([new FailoverSkip("a", "its calls are refused (Authentication)")]);
    }

    [Fact]
    public async Task InvalidInput_GoesToTheCallerAsItIs()
    {
        var error = new HttpRequestException("x", null, HttpStatusCode.BadRequest);
        _bench.A.ThenThrow(error);

        (await Should.ThrowAsync<HttpRequestException>(_bench.AskAsync())).ShouldBeSameAs(error);
        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ContextOverflow_SkipsModelsOfTheSameWindow()
    {
        _bench.Candidates = ["a", "b", "large"];
        _bench.A.ThenThrow(new ModelCallException(ErrorCategory.ContextOverflow, "x"));
        _bench.Large.ThenAnswer("It fits");

        FailoverResult result = await _bench.AskAsync();

        result.Response.ModelId.ShouldBe("large");
        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task AllModelsFail_TheReportAndTheLastErrorAreThere()
    {
        _bench.A.ThenThrow(Unauthorized);
        var last = new InvalidOperationException("x");
        _bench.B.ThenThrow(last);

        AllModelsFailedException error = await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync());

        error.InnerException.ShouldBeSameAs(last);
        error.Message.ShouldBe("No model answered (a: Authentication; b: Unknown).");
        error.Report.Stop.ShouldBe(FailoverStop.CandidatesExhausted);
        error.Report.ServedModelId.ShouldBeNull();
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "a")]
    public async Task NoFallbackAllowedOrPinned_NoOtherModelAnswers(bool allowFallback, string? pinned)
    {
        _bench.A.ThenThrow(Unauthorized);

        await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync(new LlmChatOptions { AllowFallback = allowFallback, ModelId = pinned }));

        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancellation_IsNoFailure()
    {
        using var source = new CancellationTokenSource();
        _bench.A.Always(ScriptStep.Do(source.Cancel), ScriptStep.WaitFor(new TaskCompletionSource().Task));

        await Should.ThrowAsync<OperationCanceledException>(_bench.AskAsync(cancellationToken: source.Token));

        _bench.B.Calls.ShouldBeEmpty();
        _bench.Handler.GetStatistics().Errors.ShouldBeEmpty();
        _bench.Health.Read(FailoverBench.Model("a")).InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task ClientThatBreaksWhenItsCallerCancels_IsCancelled()
    {
        using var source = new CancellationTokenSource();
        _bench.A.Always(ScriptStep.Do(source.Cancel), ScriptStep.Throw(new IOException("aborted")));

        await Should.ThrowAsync<OperationCanceledException>(_bench.AskAsync(cancellationToken: source.Token));

        _bench.Handler.GetStatistics().Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task ClientThatCannotBeMade_IsAFailedAttempt()
    {
        LlmFailoverHandler handler = new(timeProvider: _bench.Time);
        _bench.B.ThenAnswer("From b");
        var decision = new LlmAspects.Components.Routing.RouteDecision(
            [new(FailoverBench.Model("a"), 1, ""), new(FailoverBench.Model("b"), 1, "")], [], "test");

        FailoverResult result = await handler.ExecuteAsync(
            decision, model => model.Id == "a" ? throw new InvalidOperationException("no key") : _bench.B, [new ChatMessage(ChatRole.User, "Hi")], new LlmChatOptions());

        result.Report.Attempts[0].ErrorType.ShouldBe(nameof(InvalidOperationException));
        result.Response.ModelId.ShouldBe("b");
    }

    [Fact]
    public async Task ProvidersOwnModelId_IsKeptApart()
    {
        _bench.A.Then(ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, "x") { ModelId = "a-2026-01-01", FinishReason = ChatFinishReason.Stop }));

        FailoverResult result = await _bench.AskAsync();

        result.Response.ModelId.ShouldBe("a");
        result.Response.AdditionalProperties![ResponseProperties.ProviderModel].ShouldBe("a-2026-01-01");
    }

    [Theory]
    [InlineData(false, "a")]
    [InlineData(true, "b")]
    public async Task FilteredAnswer_MovesOnOnlyWhenAllowed(bool allowed, string served)
    {
        using var bench = new FailoverBench(new LlmFailoverOptions { AllowContentFilterFallback = allowed });
        bench.A.Then(ScriptStep.Finish(ChatFinishReason.ContentFilter));
        bench.B.ThenAnswer("From b");

        (await bench.AskAsync()).Response.ModelId.ShouldBe(served);
    }

    [Fact]
    public async Task Statistics_CountRequestsAttemptsAndErrors()
    {
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.ThenAnswer("ok");
        await _bench.AskAsync();

        FailoverStatistics statistics = _bench.Handler.GetStatistics();

        (statistics.Requests, statistics.Answered, statistics.FellBack, statistics.Attempts).ShouldBe((1, 1, 1, 2));
        statistics.Errors.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<ErrorCategory, long>(ErrorCategory.Authentication, 1));
    }

    [Fact]
    public async Task Explanation_NamesAttemptsWithoutContent()
    {
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.ThenAnswer("secret");

        (await _bench.AskAsync()).Report.Explain().ShouldBe(
        [
            new Decision("llm_failover_handler", "a", "Attempt 1 failed (Authentication), followed by NextModel."),
            new Decision("llm_failover_handler", "b", "Attempt 2 answered."),
        ]);
    }
}
