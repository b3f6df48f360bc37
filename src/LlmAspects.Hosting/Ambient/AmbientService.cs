using LlmAspects.Errors;
using LlmAspects.Tracing;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Ambient;

/// <summary>Sets what is process-wide before the first service starts and takes it back after the last has stopped.</summary>
internal sealed class AmbientService(IServiceProvider services, IOptions<LlmAspectsOptions> options, ILoggerFactory loggerFactory) : IHostedLifecycleService, IDisposable
{
    private IDisposable? _registration;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        _registration = AmbientStack.Push(
            new AmbientSettings(
                loggerFactory, FindRedactor(), settings.MaximumTagLength, settings.RecordMessages, settings.MessageRedactor ?? ErrorAggregator.Shared.MessageRedactor));
        if (settings.RecordTraces)
        {
            services.GetRequiredService<TraceRecorder>();
        }

        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A host without a redactor leaves the one that the program has set.</summary>
    private ITagRedactor? FindRedactor() =>
        services.GetService<ITagRedactor>()
        ?? (services.GetService<IRedactorProvider>() is { } provider ? new ComplianceTagRedactor(provider, services.GetServices<TagClassification>()) : TagCapture.Redactor);

    public void Dispose() => Interlocked.Exchange(ref _registration, null)?.Dispose();
}
