using LlmAspects.Testing;
using Microsoft.AspNetCore.Builder;

namespace LlmAspects.ReceiverTests.Prometheus;

/// <summary>An application with a scraping endpoint, and the Prometheus that scrapes it.</summary>
public sealed class PrometheusRun : IAsyncLifetime, IAsyncDisposable
{
    private WebApplication? _application;
    private PrometheusServer? _server;

    internal PrometheusServer Server => _server ?? throw new InvalidOperationException(Tool.Prometheus.Missing);

    public async Task InitializeAsync()
    {
        if (Tool.Prometheus.SkipReason is not null)
        {
            return;
        }

        _application = PrometheusSample.Create("http://127.0.0.1:0");
        await _application.StartAsync();
        _server = new PrometheusServer(new Uri(_application.Urls.Single()).Authority);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_application is not null)
        {
            await _application.DisposeAsync();
        }
    }
}
