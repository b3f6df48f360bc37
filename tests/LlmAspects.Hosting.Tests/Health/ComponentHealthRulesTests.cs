using LlmAspects.Hosting.Health;
using LlmAspects.Reports;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LlmAspects.Hosting.Tests.Health;

public sealed class ComponentHealthRulesTests
{
    private static readonly ComponentHealthOptions Options = new();

    [Theory]
    [InlineData(100, 4, HealthStatus.Healthy)]
    [InlineData(100, 5, HealthStatus.Degraded)]
    [InlineData(100, 24, HealthStatus.Degraded)]
    [InlineData(100, 25, HealthStatus.Unhealthy)]
    [InlineData(10, 10, HealthStatus.Unhealthy)]
    [InlineData(9, 9, HealthStatus.Healthy)]
    public void Rate_DecidesFromTheMinimumOfCallsOn(int calls, int failed, HealthStatus expected) =>
        ComponentHealthRules.Judge("c", new ComponentFigures(calls, failed, null, failed, "timeout"), Options).Status.ShouldBe(expected);

    [Fact]
    public void Unhealthy_SaysFiguresThresholdAndLastError() =>
        ComponentHealthRules.Judge("llm_router", new ComponentFigures(40, 20, null, 20, "timeout"), Options).Reason
            .ShouldBe("llm_router: 20 of 40 calls in 60 s failed (50 %, unhealthy from 25 %). Last error: timeout.");

    [Theory]
    [InlineData(9, HealthStatus.Healthy)]
    [InlineData(10, HealthStatus.Degraded)]
    public void NoRate_ErrorsDecide(int errors, HealthStatus expected)
    {
        var verdict = ComponentHealthRules.Judge("c", new ComponentFigures(0, 0, "Not measured.", errors, "timeout"), Options);

        verdict.Status.ShouldBe(expected);
        verdict.Reason.ShouldContain("Not measured.");
    }

    [Theory]
    [InlineData(CircuitState.Closed, CircuitState.HalfOpen, HealthStatus.Healthy)]
    [InlineData(CircuitState.Open, CircuitState.Closed, HealthStatus.Degraded)]
    [InlineData(CircuitState.Open, CircuitState.Open, HealthStatus.Unhealthy)]
    public void OpenCircuits_Decide(CircuitState first, CircuitState second, HealthStatus expected)
    {
        var verdict = ComponentHealthRules.Judge([new CircuitStatus { Name = "a", State = first, Reason = "cooling" }, new CircuitStatus { Name = "b", State = second }]);

        verdict.Status.ShouldBe(expected);
        verdict.Reason.Contains("a (cooling)", StringComparison.Ordinal).ShouldBe(expected != HealthStatus.Healthy);
    }

    [Fact]
    public void NoCircuits_AreHealthy() => ComponentHealthRules.Judge([]).Status.ShouldBe(HealthStatus.Healthy);

    [Fact]
    public void TwoBadVerdicts_KeepTheWorseStatusAndBothReasons() =>
        new HealthVerdict(HealthStatus.Degraded, "One.").And(new HealthVerdict(HealthStatus.Unhealthy, "Two."))
            .ShouldBe(new HealthVerdict(HealthStatus.Unhealthy, "One. Two."));
}
