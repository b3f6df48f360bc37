using LlmAspects.Reports;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LlmAspects.Hosting.Health;

/// <summary>Reports the health of one component, or of all that the process knows when none is named.</summary>
internal sealed class ComponentHealthCheck(string? component, ComponentHealthOptions options, IComponentFiguresReader figures, ReportProvider reports) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["window_seconds"] = options.Window.TotalSeconds };
        IReadOnlyList<string> components = component is null ? figures.GetComponents() : [component];
        var verdict = new HealthVerdict(HealthStatus.Healthy, components.Count == 0 ? "No component has been called yet." : $"{components.Count} components are healthy.");
        foreach (var name in components)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = figures.Read(name, options.Window);
            var judged = ComponentHealthRules.Judge(name, read, options);
            Describe(data, component is null ? $"{name}." : string.Empty, read);
            verdict = component is null ? verdict.And(judged) : judged;
        }

        if (options.IncludeCircuits)
        {
            verdict = verdict.And(ComponentHealthRules.Judge([.. reports.GetCircuits().Where(Concerns)]));
        }

        // The caller of AddLlmComponent says what a failure counts as.
        var status = verdict.Status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : verdict.Status;
        return Task.FromResult(new HealthCheckResult(status, verdict.Reason, data: data));
    }

    private bool Concerns(CircuitStatus circuit) => component is null || circuit.Component is null || circuit.Component == component;

    private static void Describe(Dictionary<string, object> data, string prefix, ComponentFigures read)
    {
        data[prefix + "calls"] = read.Calls;
        data[prefix + "failed_calls"] = read.FailedCalls;
        data[prefix + "recent_errors"] = read.RecentErrors;
        if (read.Rate is { } rate)
        {
            data[prefix + "error_rate"] = rate;
        }

        if (read.RateMissingReason is { } reason)
        {
            data[prefix + "error_rate_missing_reason"] = reason;
        }

        if (read.LastErrorCode is { } code)
        {
            data[prefix + "last_error_code"] = code;
        }
    }
}
