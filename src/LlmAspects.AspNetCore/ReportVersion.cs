using LlmAspects.Errors;
using LlmAspects.Hosting;
using LlmAspects.Tracing;

namespace LlmAspects.AspNetCore;

/// <summary>A number that changes when the report does.</summary>
internal sealed class ReportVersion(ReportProvider reports)
{
    public long Read()
    {
        var hash = new HashCode();
        foreach (var stats in PerformanceTracer.Shared.GetStats())
        {
            hash.Add(stats.Count);
            hash.Add(stats.ErrorCount);
        }

        hash.Add(ErrorAggregator.Shared.TotalCount);
        foreach (var circuit in reports.GetCircuits())
        {
            hash.Add(circuit.State);
        }

        var traces = reports.GetTraces();
        hash.Add(traces.Count > 0 ? traces[0].SpanId : null);
        return hash.ToHashCode();
    }
}
