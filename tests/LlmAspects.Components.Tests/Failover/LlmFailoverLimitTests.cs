using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Failover;

public sealed class LlmFailoverLimitTests : IDisposable
{
    private static readonly Exception Overload = new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable);

    private readonly FailoverBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task HangingModel_IsGivenUpAtTheLimitEvenIfItIgnoresItsToken()
    {
        _bench.A.Then(ScriptStep.Hang());
        _bench.B.ThenAnswer("From b");

        FailoverResult result = await _bench.AskAsync();

        result.Report.Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.AttemptTimeout);
        result.Report.Attempts[0].Duration.ShouldBe(TimeSpan.FromSeconds(60));
        result.Response.ModelId.ShouldBe("b");
    }

    [Fact]
    public async Task ModelThatFailsForEver_SeesAtMostTheAttemptsPerModel()
    {
        _bench.A.Always(ScriptStep.Throw(Overload));
        _bench.B.Always(ScriptStep.Throw(Overload));

        await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync());

        (_bench.A.Calls.Count, _bench.B.Calls.Count).ShouldBe((3, 3));
    }

    [Fact]
    public async Task SharedAttemptBudget_EndsTheWalk()
    {
        var budget = new AttemptBudget(2);
        _bench.A.Always(ScriptStep.Throw(Overload));

        AllModelsFailedException error = await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync(new LlmChatOptions { AttemptBudget = budget }));

        error.Report.Stop.ShouldBe(FailoverStop.AttemptsExhausted);
        (_bench.A.Calls.Count, budget.Remaining).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Deadline_CutsTheAttemptAndSparesTheBreaker()
    {
        _bench.A.Always(ScriptStep.Hang());
        for (int i = 0; i < 6; i++)
        {
            var options = new LlmChatOptions { Deadline = _bench.Time.GetUtcNow() + TimeSpan.FromMilliseconds(20) };

            AllModelsFailedException error = await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync(options));

            error.Report.Stop.ShouldBe(FailoverStop.DeadlineReached);
        }

        _bench.B.Calls.ShouldBeEmpty();
        _bench.Health.Read(FailoverBench.Model("a")).State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public async Task LastAttempt_IsNotFollowedByAWait()
    {
        _bench.A.Always(ScriptStep.Throw(Overload));

        await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync(new LlmChatOptions { AttemptBudget = new AttemptBudget(1) }));

        _bench.Time.Elapsed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Outage_IsProbedOnceABreak()
    {
        _bench.Candidates = ["a"];
        _bench.A.Always(ScriptStep.Throw(Overload));
        for (int second = 0; second <= 90; second++)
        {
            await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync(new LlmChatOptions { AttemptBudget = new AttemptBudget(1) }));
            _bench.Time.Advance(TimeSpan.FromSeconds(1));
        }

        // The fifth failure opens it in second 4; probes follow in seconds 34 and 64.
        _bench.A.Calls.Count.ShouldBe(5 + 2);
    }

    [Fact]
    public void Defaults_AreAsDocumented() => new LlmFailoverOptions().ShouldBe(new LlmFailoverOptions
    {
        MaxAttempts = 6,
        MaxAttemptsPerModel = 3,
        AttemptTimeout = TimeSpan.FromSeconds(60),
        FirstTokenTimeout = TimeSpan.FromSeconds(10),
        StallTimeout = TimeSpan.FromSeconds(10),
        BaseDelay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(30),
        AllowContentFilterFallback = false,
        StreamRecovery = StreamRecovery.ContinueOrMatch,
    });

    [Fact]
    public void WrongConstruction_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmFailoverHandler(new LlmFailoverOptions { MaxAttempts = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmFailoverHandler(new LlmFailoverOptions { StallTimeout = TimeSpan.Zero }));
        Should.Throw<ArgumentException>(() => new LlmFailoverHandler(ledger: new LlmAspects.Components.Tokens.InMemoryBudgetLedger()));
    }

    [Fact]
    public async Task DeadlineBetweenTwoTicksOfATimer_IsADeadline()
    {
        _bench.A.Always(ScriptStep.Hang());
        for (int i = 0; i < 6; i++)
        {
            var options = new LlmChatOptions { Deadline = _bench.Time.GetUtcNow() + TimeSpan.FromMilliseconds(20.7) };

            AllModelsFailedException error = await Should.ThrowAsync<AllModelsFailedException>(_bench.AskAsync(options));

            error.Report.Stop.ShouldBe(FailoverStop.DeadlineReached);
            error.Report.Attempts.ShouldHaveSingleItem();
        }

        _bench.Health.Read(FailoverBench.Model("a")).State.ShouldBe(BreakerState.Closed);
    }
}
