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
        ErrorRate rate = ErrorAggregator.Shared.GetErrorRate(window, component);
        return new ComponentFigures(rate.Calls, rate.Errors, rate.RateMissingReason, errors.Length, errors.FirstOrDefault()?.Code);
    }
}
