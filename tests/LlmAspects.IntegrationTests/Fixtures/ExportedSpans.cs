using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>The spans that an exporter of OpenTelemetry gets, every one sampled.</summary>
internal static class ExportedSpans
{
    public static async Task<List<Activity>> OfAsync(Func<Task> calls)
    {
        var exported = new List<Activity>();
        using var provider = Sdk.CreateTracerProviderBuilder().AddSource(AssemblySettings.Source).SetSampler<AlwaysOnSampler>().AddInMemoryExporter(exported).Build();
        await calls();
        return exported;
    }
}
