using LlmAspects.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LlmAspects.ReceiverTests.Otlp;

/// <summary>The code of docs/telemetry.md that sends to an OTLP receiver.</summary>
internal static class OtlpSample
{
    public static async Task RunAsync(OtlpExportProtocol protocol, Uri endpoint, Func<Task> work)
    {
        #region otlp
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("question-desk"))
            .WithTracing(tracing => tracing.AddSource("LlmAspects"))
            .WithMetrics(metrics => metrics.AddMeter("LlmAspects"))
            .WithLogging()
            .UseOtlpExporter(protocol, endpoint);
        using var host = builder.Build();
        LlmAspectsLogging.Factory = host.Services.GetRequiredService<ILoggerFactory>();
        await host.StartAsync();
        #endregion
        try
        {
            await work();
            await host.StopAsync();
        }
        finally
        {
            LlmAspectsLogging.Factory = null;
        }
    }
}
