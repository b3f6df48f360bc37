using LlmAspects.Hosting.Ambient;
using LlmAspects.Tracing;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting;

/// <summary>Adds what LlmAspects needs to a host.</summary>
public static class LlmAspectsServiceCollectionExtensions
{
    /// <summary>
    /// While the host runs, errors are logged to it, its redactors are used, and a <see cref="TraceRecorder"/> and a <see cref="ReportProvider"/> are there.
    /// The settings are process-wide: of several hosts the one that started last is heard, and what was there before comes back when it stops.
    /// </summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddLlmAspects(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LlmAspectsOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LlmAspectsOptions>, LlmAspectsOptionsValidator>());
        services.TryAddSingleton(static provider => CreateRecorder(provider.GetRequiredService<IOptions<LlmAspectsOptions>>().Value));
        services.TryAddSingleton(static provider => new ReportProvider(provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AmbientService>());
        return services;
    }

    /// <summary>As the overload without options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options; may be given in several calls, which all apply.</param>
    public static IServiceCollection AddLlmAspects(this IServiceCollection services, Action<LlmAspectsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddLlmAspects().Configure(configure);
    }

    /// <summary>As the overload without options, with them from configuration, for example <c>configuration.GetSection("LlmAspects")</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the members of <see cref="LlmAspectsOptions"/>.</param>
    public static IServiceCollection AddLlmAspects(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddLlmAspects().AddOptions<LlmAspectsOptions>().Bind(section);
        return services;
    }

    /// <summary>
    /// Lets the host's <see cref="IRedactorProvider"/> redact captured values that carry the attribute. Without this they are erased, because an attribute
    /// of unknown classification cannot be told from any other.
    /// </summary>
    /// <typeparam name="TAttribute">The attribute.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddLlmAspectsClassification<TAttribute>(this IServiceCollection services)
        where TAttribute : DataClassificationAttribute, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton(new TagClassification(typeof(TAttribute), new TAttribute().Classification));
    }

    private static TraceRecorder CreateRecorder(LlmAspectsOptions options) => new(new TraceRecorderOptions
    {
        MaximumTraces = options.MaximumTraces,
        MaximumSpansPerTrace = options.MaximumSpansPerTrace,
        AdditionalSources = [.. options.AdditionalSources],
    });
}
