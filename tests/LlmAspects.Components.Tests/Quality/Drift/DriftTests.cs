using LlmAspects.Components.Quality;
using LlmAspects.Components.Quality.Drift;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Quality.Drift;

public class DriftTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void StableScores_RaiseNothing()
    {
        DriftWatch watch = Watch(new DriftOptions());
        var random = new Random(1);
        Enumerable.Range(0, 500).Select(_ => watch.Add("", QualityProfile.General, 0.8 + (0.02 * (random.NextDouble() - 0.5)))).ShouldAllBe(alarm => alarm == null);
    }

    [Fact]
    public void SuddenFall_IsNoticedByTheAverage()
    {
        DriftWatch watch = Watch(new DriftOptions());
        Learn(watch, "t");

        DriftAlarm alarm = watch.Add("t", QualityProfile.General, 0.29).ShouldNotBeNull();

        (alarm.Tenant, alarm.Detector, alarm.Time).ShouldBe(("t", "ewma", _time.GetUtcNow()));
        alarm.Baseline.ShouldBe(0.8, 1e-9);
        alarm.Level.ShouldBe(0.698, 1e-9);
    }

    [Fact]
    public void SmallFallThatLasts_IsNoticedByTheSum()
    {
        DriftWatch watch = Watch(new DriftOptions { EwmaLimit = 10 });
        Learn(watch, "t");

        // By 2 deviations of 0.1 at a time: 1.5 above the slack, so that the fourth exceeds 5.
        DriftAlarm?[] alarms = [.. Enumerable.Range(0, 4).Select(_ => watch.Add("t", QualityProfile.General, 0.599))];

        alarms[..3].ShouldAllBe(alarm => alarm == null);
        alarms[3]!.Detector.ShouldBe("cusum");
    }

    [Fact]
    public void TenantsAndProfiles_HaveBaselinesOfTheirOwn()
    {
        DriftWatch watch = Watch(new DriftOptions());
        Learn(watch, "t");
        watch.Add("other", QualityProfile.General, 0.1).ShouldBeNull();
        watch.Add("t", QualityProfile.Code, 0.1).ShouldBeNull();
        watch.Status().Watched.ShouldBe(3);
    }

    [Fact]
    public void Budget_HoldsAlarmsBackUntilThePeriodIsOver()
    {
        DriftWatch watch = Watch(new DriftOptions { AlarmBudget = 2, BudgetPeriod = TimeSpan.FromHours(1) });
        Learn(watch, "t");

        bool[] raised = [.. Enumerable.Range(0, 5).Select(_ => watch.Add("t", QualityProfile.General, 0) is not null)];
        raised.ShouldBe([true, true, false, false, false]);
        (watch.Status().Alarms.Count, watch.Status().Suppressed).ShouldBe((2, 3));

        _time.Advance(TimeSpan.FromHours(1));
        watch.Add("t", QualityProfile.General, 0).ShouldNotBeNull();
    }

    [Fact]
    public void QuietTenant_IsForgottenFirst()
    {
        DriftWatch watch = Watch(new DriftOptions { MaxWatched = 2 });
        Learn(watch, "a");
        Learn(watch, "b");
        watch.Add("a", QualityProfile.General, 0.8);
        watch.Add("c", QualityProfile.General, 0.8);

        watch.Status().Watched.ShouldBe(2);
        watch.Add("a", QualityProfile.General, 0).ShouldNotBeNull();
        watch.Add("b", QualityProfile.General, 0).ShouldBeNull();
    }

    [Fact]
    public void Monitor_PutsTheAlarmIntoTheReportAndForgetsOnReset()
    {
        var monitor = new LlmQualityMonitor(new LlmQualityOptions { Drift = new DriftOptions { Baseline = 10 } }, _time);
        for (int i = 0; i < 10; i++)
        {
            monitor.Evaluate(new QualityRequest("Cats sleep.") { Context = QualityContext.Of("Cats sleep."), Tenant = "t" }).Alarm.ShouldBeNull();
        }

        QualityReport report = monitor.Evaluate(new QualityRequest("Dogs bark.") { Context = QualityContext.Of("Cats sleep."), Tenant = "t" });

        report.Alarm.ShouldNotBeNull().Tenant.ShouldBe("t");
        monitor.GetDrift().Alarms.ShouldHaveSingleItem();
        monitor.Reset();
        (monitor.GetDrift().Alarms.Count, monitor.GetDrift().Watched).ShouldBe((0, 0));
    }

    [Fact]
    public void Defaults_ArePinned() => new DriftOptions().ShouldBe(new DriftOptions
    {
        Baseline = 50, EwmaWeight = 0.2, EwmaLimit = 3, CusumSlack = 0.5, CusumLimit = 5, AlarmBudget = 3, BudgetPeriod = TimeSpan.FromDays(1), MaxWatched = 1_000,
    });

    [Fact]
    public void OptionOutOfRange_IsRefused()
    {
        DriftOptions[] wrong =
        [
            new() { Baseline = 9 }, new() { EwmaWeight = 0 }, new() { EwmaWeight = 1.1 }, new() { EwmaLimit = 0 }, new() { CusumSlack = -1 }, new() { CusumLimit = double.NaN },
            new() { AlarmBudget = 0 }, new() { BudgetPeriod = TimeSpan.Zero }, new() { MaxWatched = 0 },
        ];
        foreach (DriftOptions options in wrong)
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new LlmQualityMonitor(new LlmQualityOptions { Drift = options }));
        }
    }

    private DriftWatch Watch(DriftOptions options) => new(options, _time);

    // Mean 0.8, deviation 0.1.
    private static void Learn(DriftWatch watch, string tenant)
    {
        double deviation = 0.1 * Math.Sqrt(49 / 50.0);
        for (int i = 0; i < 50; i++)
        {
            watch.Add(tenant, QualityProfile.General, 0.8 + (i % 2 == 0 ? deviation : -deviation));
        }
    }
}
