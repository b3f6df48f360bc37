using LlmAspects.Components.Failover;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Failover;

public class CircuitBreakerTests
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly CircuitBreaker _breaker;

    public CircuitBreakerTests() => _breaker = new CircuitBreaker(new CircuitBreakerOptions(), _time);

    [Fact]
    public void FiveFailuresInARow_Open()
    {
        Run(CallVerdict.Failure, 4);
        State.ShouldBe(BreakerState.Closed);

        Run(CallVerdict.Failure, 1);

        State.ShouldBe(BreakerState.Open);
        _breaker.TryEnter(out _).ShouldBeFalse();
        _breaker.LookAt(_time.GetTimestamp()).Reason.ShouldBe("its circuit breaker is open after 5 of 5 calls failed");
    }

    [Fact]
    public void ASuccessBetween_StartsTheRowAnew()
    {
        for (int i = 0; i < 3; i++)
        {
            Run(CallVerdict.Failure, 4);
            Run(CallVerdict.Success, 1);
        }

        State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public void FourFailuresThenAThousandSuccessesThenOneFailure_StayClosed()
    {
        Run(CallVerdict.Failure, 4);
        Run(CallVerdict.Success, 1_000);
        Run(CallVerdict.Failure, 1);

        State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public void HalfOfTwentyCalls_Open()
    {
        Alternate(19);
        State.ShouldBe(BreakerState.Closed);

        Run(CallVerdict.Failure, 1);

        State.ShouldBe(BreakerState.Open);
    }

    [Fact]
    public void HalfOfTwentyCallsOverMoreThanTheWindow_StayClosed()
    {
        Alternate(10);
        _time.Advance(TimeSpan.FromSeconds(31));
        Alternate(10);

        State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public void NeutralResults_ChangeNothing()
    {
        Run(CallVerdict.Failure, 4);
        Run(CallVerdict.Neutral, 100);
        Run(CallVerdict.Failure, 1);

        State.ShouldBe(BreakerState.Open);
    }

    [Fact]
    public void AfterTheBreak_OneProbePassesAndTwoSuccessesClose()
    {
        Run(CallVerdict.Failure, 5);
        _time.Advance(Break - TimeSpan.FromTicks(1));
        State.ShouldBe(BreakerState.Open);
        _time.Advance(TimeSpan.FromTicks(1));

        _breaker.TryEnter(out CircuitBreaker.Ticket probe).ShouldBeTrue();
        _breaker.TryEnter(out _).ShouldBeFalse();
        _breaker.Report(probe, CallVerdict.Success);
        State.ShouldBe(BreakerState.HalfOpen);
        Run(CallVerdict.Success, 1);

        State.ShouldBe(BreakerState.Closed);
    }

    [Fact]
    public void FailedProbe_OpensForAWholeBreak()
    {
        Run(CallVerdict.Failure, 5);
        _time.Advance(Break);
        Run(CallVerdict.Success, 1);
        Run(CallVerdict.Failure, 1);

        _breaker.LookAt(_time.GetTimestamp()).ShouldBe(new CircuitBreaker.View(BreakerState.Open, Break, "its circuit breaker is open: a probe failed"));
    }

    [Fact]
    public void NeutralProbe_LetsTheNextOnePass()
    {
        Run(CallVerdict.Failure, 5);
        _time.Advance(Break);
        Run(CallVerdict.Neutral, 1);

        _breaker.TryEnter(out _).ShouldBeTrue();
    }

    [Fact]
    public void ProbeThatNeverEnds_HoldsTheNextBackForABreakOnly()
    {
        Run(CallVerdict.Failure, 5);
        _time.Advance(Break);
        _breaker.TryEnter(out _).ShouldBeTrue();
        _time.Advance(Break - TimeSpan.FromSeconds(1));
        _breaker.TryEnter(out _).ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        _breaker.TryEnter(out _).ShouldBeTrue();
    }

    [Fact]
    public void LateResultOfACallBegunBeforeOpening_IsIgnored()
    {
        _breaker.TryEnter(out CircuitBreaker.Ticket early).ShouldBeTrue();
        Run(CallVerdict.Failure, 5);
        _time.Advance(Break);
        State.ShouldBe(BreakerState.HalfOpen);

        _breaker.Report(early, CallVerdict.Failure);
        State.ShouldBe(BreakerState.HalfOpen);
        _breaker.Report(early, CallVerdict.Success);
        _breaker.Report(early, CallVerdict.Success);

        State.ShouldBe(BreakerState.HalfOpen);
    }

    [Fact]
    public void Lockout_OpensForFiveMinutes()
    {
        _breaker.TryEnter(out CircuitBreaker.Ticket ticket);
        _breaker.Report(ticket, CallVerdict.Lockout, "no key");

        _breaker.LookAt(_time.GetTimestamp()).ShouldBe(new CircuitBreaker.View(BreakerState.Open, TimeSpan.FromMinutes(5), "no key"));
    }

    [Fact]
    public void Reset_ClosesAtOnce()
    {
        Run(CallVerdict.Failure, 5);
        _breaker.CoolDown(TimeSpan.FromMinutes(1));

        _breaker.Reset();

        _breaker.LookAt(_time.GetTimestamp()).ShouldBe(new CircuitBreaker.View(BreakerState.Closed, null, null));
    }

    [Fact]
    public void CoolDown_HoldsCallsBackWithoutOpening()
    {
        _breaker.CoolDown(TimeSpan.FromSeconds(5));
        _breaker.CoolDown(TimeSpan.FromSeconds(1));
        _breaker.TryEnter(out _).ShouldBeFalse();
        State.ShouldBe(BreakerState.Closed);

        _time.Advance(TimeSpan.FromSeconds(5));

        _breaker.TryEnter(out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(95)]
    public void Outage_CostsTheThresholdAndAProbeABreak(int seconds)
    {
        int failures = 0;
        for (int second = 0; second <= seconds; second++)
        {
            while (_breaker.TryEnter(out CircuitBreaker.Ticket ticket))
            {
                failures++;
                _breaker.Report(ticket, CallVerdict.Failure);
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        failures.ShouldBe(5 + (seconds / 30));
    }

    [Fact]
    public void Defaults_AreAsDocumented() => new CircuitBreakerOptions().ShouldBe(new CircuitBreakerOptions
    {
        ConsecutiveFailures = 5,
        FailureRate = 0.5,
        MinimumCalls = 20,
        Window = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(30),
        HalfOpenProbes = 1,
        SuccessesToClose = 2,
        LockoutDuration = TimeSpan.FromMinutes(5),
    });

    [Fact]
    public void OptionOutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ModelHealth(new CircuitBreakerOptions { ConsecutiveFailures = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ModelHealth(new CircuitBreakerOptions { FailureRate = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ModelHealth(new CircuitBreakerOptions { BreakDuration = TimeSpan.Zero }));
    }

    private BreakerState State => _breaker.LookAt(_time.GetTimestamp()).State;

    private void Run(CallVerdict verdict, int times)
    {
        for (int i = 0; i < times; i++)
        {
            _breaker.TryEnter(out CircuitBreaker.Ticket ticket).ShouldBeTrue();
            _breaker.Report(ticket, verdict);
        }
    }

    private void Alternate(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            Run(i % 2 == 0 ? CallVerdict.Success : CallVerdict.Failure, 1);
        }
    }
}
