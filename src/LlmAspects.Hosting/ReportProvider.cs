using LlmAspects.Reports;
using LlmAspects.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting;

/// <summary>Makes reports with the traces and the report sources of this host. Every member may be called from any thread.</summary>
public sealed class ReportProvider
{
    private readonly TraceRecorder? _recorder;
    private readonly IReportSource[] _sources;

    internal ReportProvider(IServiceProvider services)
    {
        _recorder = services.GetRequiredService<IOptions<LlmAspectsOptions>>().Value.RecordTraces ? services.GetRequiredService<TraceRecorder>() : null;
        _sources = [.. services.GetServices<IReportSource>()];
    }

    /// <summary>Makes a report of this moment. Making it is no call of any operation.</summary>
    public PerformanceReport Create() => PerformanceReport.Create(GetTraces(), _sources);

    /// <summary>Returns the last traces, the most recent first; none without <see cref="LlmAspectsOptions.RecordTraces"/>.</summary>
    public IReadOnlyList<TraceNode> GetTraces() => _recorder?.GetTraces() ?? [];

    /// <summary>Returns the circuit breakers of the host's components.</summary>
    public IReadOnlyList<CircuitStatus> GetCircuits() => [.. _sources.SelectMany(static source => source.GetReportFacts().Circuits)];
}
