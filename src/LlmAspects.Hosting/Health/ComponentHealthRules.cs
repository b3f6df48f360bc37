using System.Globalization;
using LlmAspects.Reports;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LlmAspects.Hosting.Health;

/// <summary>Decides how healthy a component is. Pure.</summary>
internal static class ComponentHealthRules
{
    public static HealthVerdict Judge(string component, ComponentFigures figures, ComponentHealthOptions options)
    {
        if (figures.Rate is not { } rate)
        {
            return JudgeErrors(component, figures, options);
        }

        if (figures.Calls < options.MinimumCalls)
        {
            return Healthy($"{component}: {Number(figures.Calls)} calls in {Seconds(options.Window)} are too few to judge (minimum {Number(options.MinimumCalls)}).");
        }

        var facts = $"{component}: {Number(figures.FailedCalls)} of {Number(figures.Calls)} calls in {Seconds(options.Window)} failed ({Percent(rate)}";
        var last = figures.LastErrorCode is { } code ? $" Last error: {code}." : string.Empty;
        if (rate >= options.UnhealthyErrorRate)
        {
            return new HealthVerdict(HealthStatus.Unhealthy, $"{facts}, unhealthy from {Percent(options.UnhealthyErrorRate)}).{last}");
        }

        return rate >= options.DegradedErrorRate
            ? new HealthVerdict(HealthStatus.Degraded, $"{facts}, degraded from {Percent(options.DegradedErrorRate)}).{last}")
            : Healthy($"{facts}).");
    }

    public static HealthVerdict Judge(IReadOnlyList<CircuitStatus> circuits)
    {
        CircuitStatus[] open = [.. circuits.Where(static circuit => circuit.State == CircuitState.Open)];
        if (open.Length == 0)
        {
            return Healthy("No circuit breaker is open.");
        }

        var names = string.Join(", ", open.Select(static circuit => circuit.Reason is { } reason ? $"{circuit.Name} ({reason})" : circuit.Name));
        return open.Length == circuits.Count
            ? new HealthVerdict(HealthStatus.Unhealthy, $"Every circuit breaker is open: {names}.")
            : new HealthVerdict(HealthStatus.Degraded, $"Circuit breaker open: {names}.");
    }

    private static HealthVerdict JudgeErrors(string component, ComponentFigures figures, ComponentHealthOptions options)
    {
        if (figures.RecentErrors < options.DegradedErrors)
        {
            return Healthy($"{component}: {Number(figures.RecentErrors)} errors in {Seconds(options.Window)}. {figures.RateMissingReason}".TrimEnd());
        }

        return new HealthVerdict(
            HealthStatus.Degraded,
            $"{component}: {Number(figures.RecentErrors)} errors in {Seconds(options.Window)}, degraded from {Number(options.DegradedErrors)}. Last error: {figures.LastErrorCode}. {figures.RateMissingReason}".TrimEnd());
    }

    private static HealthVerdict Healthy(string reason) => new(HealthStatus.Healthy, reason);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan value) => value.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static string Percent(double value) => (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
