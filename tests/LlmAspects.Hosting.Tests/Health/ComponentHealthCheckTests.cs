using LlmAspects.Errors;
using LlmAspects.Hosting.Health;
using LlmAspects.Reports;
using LlmAspects.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Tests.Health;

public sealed class ComponentHealthCheckTests
{
    public ComponentHealthCheckTests()
    {
        PerformanceTracer.Shared.Clear();
        ErrorAggregator.Shared.Clear();
    }

    [Fact]
    public async Task FailingComponent_IsUnhealthyWithReasonAndData()
    {
        new SampleComponent().Repeat(calls: 20, failures: 10);

        var entry = (await CheckAsync(checks => checks.AddLlmComponent("hosting_sample"))).Entries["hosting_sample"];

        entry.Status.ShouldBe(HealthStatus.Unhealthy);
        entry.Description.ShouldNotBeNull().ShouldContain("10 of 20 calls");
        entry.Data["calls"].ShouldBe(20L);
        entry.Data["failed_calls"].ShouldBe(10L);
        entry.Data["error_rate"].ShouldBe(0.5);
        entry.Data["window_seconds"].ShouldBe(60.0);
        entry.Data["last_error_code"].ShouldBe("System.IO.InvalidDataException");
        entry.Description.ShouldNotContain("secret prompt");
    }

    [Fact]
    public async Task OwnThresholds_ReplaceThoseOfTheOptions()
    {
        new SampleComponent().Repeat(calls: 20, failures: 10);

        var report = await CheckAsync(checks => checks.AddLlmComponent("hosting_sample", options => options.MinimumCalls = 21));

        report.Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task AllComponents_TheWorstDecidesAndIsNamed()
    {
        new SampleComponent().Repeat(calls: 20, failures: 2);

        var entry = (await CheckAsync(checks => checks.AddLlmComponents())).Entries[LlmHealthChecksBuilderExtensions.AllComponents];

        entry.Status.ShouldBe(HealthStatus.Degraded);
        entry.Description.ShouldNotBeNull().ShouldContain("hosting_sample: 2 of 20 calls");
        entry.Data["hosting_sample.calls"].ShouldBe(20L);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("hosting_sample")]
    public async Task OpenCircuit_DegradesAHealthyComponent(string? keeper)
    {
        var report = await CheckAsync(checks =>
        {
            checks.Services.AddSingleton<IReportSource>(new OneOfTwoOpen(keeper));
            checks.AddLlmComponent("hosting_sample");
        });

        report.Status.ShouldBe(HealthStatus.Degraded);
        report.Entries["hosting_sample"].Description.ShouldBe("Circuit breaker open: gpt (five failures in a row).");
    }

    [Fact]
    public async Task OpenCircuitOfAnotherComponent_ConcernsThatOneAndTheWhole()
    {
        var report = await CheckAsync(checks =>
        {
            checks.Services.AddSingleton<IReportSource>(new OneOfTwoOpen("another"));
            checks.AddLlmComponent("hosting_sample").AddLlmComponent("another").AddLlmComponents();
        });

        report.Entries["hosting_sample"].Status.ShouldBe(HealthStatus.Healthy);
        report.Entries["another"].Status.ShouldBe(HealthStatus.Degraded);
        report.Entries[LlmHealthChecksBuilderExtensions.AllComponents].Description.ShouldNotBeNull().ShouldContain("gpt (five failures in a row)");
    }

    [Fact]
    public async Task Checking_IsNoCallOfAComponent()
    {
        new SampleComponent().Repeat(calls: 3, failures: 0);
        var before = PerformanceTracer.Shared.GetStats().Sum(stats => stats.Count);

        await CheckAsync(checks => checks.AddLlmComponents());

        PerformanceTracer.Shared.GetStats().Sum(stats => stats.Count).ShouldBe(before);
    }

    [Fact]
    public async Task OptionsOfACheckOutOfRange_AreNamed()
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(
            CheckAsync(checks => checks.AddLlmComponent("hosting_sample", options => options.Window = TimeSpan.FromHours(1))));

        error.Message.ShouldContain("from 10 seconds to 5 minutes");
    }

    [Fact]
    public void Registration_HasATimeoutOfFiveSeconds()
    {
        var services = new ServiceCollection();
        services.AddHealthChecks().AddLlmComponent("hosting_sample");
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.ShouldHaveSingleItem().Timeout.ShouldBe(TimeSpan.FromSeconds(5));
    }

    private static async Task<HealthReport> CheckAsync(Action<IHealthChecksBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        configure(services.AddHealthChecks());
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }

    private sealed class OneOfTwoOpen(string? keeper) : IReportSource
    {
        public ReportFacts GetReportFacts() => new()
        {
            Circuits =
            [
                new CircuitStatus { Name = "gpt", Component = keeper, State = CircuitState.Open, Reason = "five failures in a row" },
                new CircuitStatus { Name = "llama", Component = keeper, State = CircuitState.Closed },
            ],
        };
    }
}
