using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Hosting.Health;

/// <summary>Reads the statistics and errors of this process.</summary>
internal sealed class ProcessFiguresReader(TimeProvider timeProvider) : IComponentFiguresReader
{
    public IReadOnlyList<string> GetComponents() =>
        [.. PerformanceTracer.Shared.GetStats().Select(static stats => stats.Component).Distinct(StringComparer.Ordinal)];

    public ComponentFigures Read(string component, TimeSpan window)
    {
        var since = timeProvider.GetUtcNow() - window;
        ErrorRecord[] errors = [.. ErrorAggregator.Shared.Recent().Where(error => error.Component == component && error.Timestamp >= since)];
        PerformanceMetric[] calls = [.. PerformanceTracer.Shared.GetRecentMetrics(int.MaxValue).Where(call => call.Component == component && call.Timestamp >= since)];
        return new ComponentFigures(
            calls.Length,
            calls.Count(static call => call.Outcome == OperationOutcome.Failed),
            calls.Length == 0 ? "No measured call ended within the window." : null,
            errors.Length,
            errors.FirstOrDefault()?.Code);
    }
}
