using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Failover;

public class ModelHealthTests
{
    private static readonly ModelInfo Model = TestModels.Model("a");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly ModelHealth _health;

    public ModelHealthTests() => _health = new ModelHealth(timeProvider: _time);

    [Fact]
    public void UnknownModel_IsWell() => _health.Read(Model).ShouldBe(default);

    [Fact]
    public void CallsUnderWay_AreCountedUntilTheyEndOnce()
    {
        ModelCall first = _health.TryBegin(Model)!;
        _health.TryBegin(Model);
        _health.Read(Model).InFlight.ShouldBe(2);

        first.End(CallVerdict.Success);
        first.End(CallVerdict.Success);

        _health.Read(Model).InFlight.ShouldBe(1);
    }

    [Fact]
    public void OpenBreaker_SaysUntilWhenAndWhy()
    {
        for (int i = 0; i < 5; i++)
        {
            _health.TryBegin(Model)!.End(CallVerdict.Failure);
        }

        ModelHealthSnapshot health = _health.Read(Model);

        health.IsAvailable.ShouldBeFalse();
        health.UnavailableUntil.ShouldBe(_time.GetUtcNow() + TimeSpan.FromSeconds(30));
        health.Reason.ShouldNotBeNull();
        _health.TryBegin(Model).ShouldBeNull();
    }

    [Fact]
    public void OtherEndpoint_HasItsOwnHealth()
    {
        _health.TryBegin(Model)!.End(CallVerdict.Lockout, "no key");

        _health.Read(Model with { Endpoint = new Uri("https://other.example") }).IsAvailable.ShouldBeTrue();
        _health.Read(Model with { DisplayName = "A" }).IsAvailable.ShouldBeFalse();
    }

    [Fact]
    public void Reset_MakesTheModelAvailable()
    {
        _health.TryBegin(Model)!.End(CallVerdict.Lockout, "no key");

        _health.Reset(Model);

        _health.Read(Model).IsAvailable.ShouldBeTrue();
    }

    [Fact]
    public void Latency_CountsFromFiveCallsOnAsMedianAndP95()
    {
        Succeed(4, seconds: 1);
        _health.Read(Model).Latency.ShouldBeNull();

        Succeed(1, seconds: 6);

        ModelHealthSnapshot health = _health.Read(Model);
        health.Latency.ShouldBe(TimeSpan.FromSeconds(1));
        health.LatencyP95.ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void OneSlowCall_LeavesTheUsualLatency()
    {
        Succeed(20, seconds: 1);
        Succeed(1, seconds: 100);

        _health.Read(Model).Latency.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void OlderMeasurements_WeighLess()
    {
        Succeed(60, seconds: 9);
        Succeed(30, seconds: 1);

        _health.Read(Model).Latency.ShouldBe(TimeSpan.FromSeconds(1));
        _health.Read(Model).LatencyP95.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void FirstTokens_CountFromFiveOnAndAreForgotten()
    {
        for (int i = 0; i < 5; i++)
        {
            _health.Read(Model).TimeToFirstToken.ShouldBeNull();
            _health.ReportFirstToken(Model, TimeSpan.FromMilliseconds(300));
        }

        _health.Read(Model).TimeToFirstToken.ShouldBe(TimeSpan.FromMilliseconds(300));
        _health.Read(Model).Latency.ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(301));
        _health.Read(Model).TimeToFirstToken.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => _health.ReportFirstToken(Model, TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void SlowSpell_IsForgottenWhenNothingNewIsMeasured()
    {
        Succeed(5, seconds: 60);
        _time.Advance(TimeSpan.FromMinutes(5));
        _health.Read(Model).Latency.ShouldBe(TimeSpan.FromSeconds(60));

        _time.Advance(TimeSpan.FromSeconds(1));

        _health.Read(Model).Latency.ShouldBeNull();
        Succeed(5, seconds: 1);
        _health.Read(Model).Latency.ShouldBe(TimeSpan.FromSeconds(1));
    }

    private void Succeed(int times, int seconds)
    {
        for (int i = 0; i < times; i++)
        {
            _health.TryBegin(Model)!.Succeed(TimeSpan.FromSeconds(seconds));
        }
    }
}
