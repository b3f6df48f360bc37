using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace LlmAspects.ReceiverTests.Prometheus;

/// <summary>The code of docs/telemetry.md that lets Prometheus scrape.</summary>
internal static class PrometheusSample
{
    public static WebApplication Create(string address)
    {
        #region prometheus
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("LlmAspects").AddPrometheusExporter());
        var app = builder.Build();
        app.MapPrometheusScrapingEndpoint("/metrics");
        #endregion
        app.Urls.Add(address);
        return app;
    }
}
