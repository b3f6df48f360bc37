using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Health;

/// <summary>Adds health checks of components.</summary>
public static class LlmHealthChecksBuilderExtensions
{
    /// <summary>The name of the check of all components: <c>llm_components</c>.</summary>
    public const string AllComponents = "llm_components";

    /// <summary>How long a check may take: 5 seconds.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds a check of one component, under its name.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="component">The component as in its operations, for example <c>llm_router</c>.</param>
    /// <param name="configure">Changes a copy of <see cref="LlmAspectsOptions.Health"/> for this check.</param>
    /// <param name="tags">The tags of the check. The default is none.</param>
    /// <exception cref="ArgumentException"><paramref name="component"/> is blank.</exception>
    public static IHealthChecksBuilder AddLlmComponent(
        this IHealthChecksBuilder builder, string component, Action<ComponentHealthOptions>? configure = null, IEnumerable<string>? tags = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(component);
        return Add(builder, component, component, configure, tags);
    }

    /// <summary>Adds one check, <see cref="AllComponents"/>, of every component that has been called; the worst decides.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes a copy of <see cref="LlmAspectsOptions.Health"/> for this check.</param>
    /// <param name="tags">The tags of the check. The default is none.</param>
    public static IHealthChecksBuilder AddLlmComponents(
        this IHealthChecksBuilder builder, Action<ComponentHealthOptions>? configure = null, IEnumerable<string>? tags = null) =>
        Add(builder, AllComponents, component: null, configure, tags);

    private static IHealthChecksBuilder Add(
        IHealthChecksBuilder builder, string name, string? component, Action<ComponentHealthOptions>? configure, IEnumerable<string>? tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddLlmAspects();
        return builder.Add(new HealthCheckRegistration(name, provider => Create(provider, name, component, configure), HealthStatus.Unhealthy, tags, Timeout));
    }

    private static ComponentHealthCheck Create(IServiceProvider services, string name, string? component, Action<ComponentHealthOptions>? configure)
    {
        var options = services.GetRequiredService<IOptions<LlmAspectsOptions>>().Value.Health.Copy();
        configure?.Invoke(options);
        if (new ComponentHealthOptionsValidator().Validate(name, options) is { Failed: true } result)
        {
            throw new OptionsValidationException(name, typeof(ComponentHealthOptions), result.Failures);
        }

        var figures = new ProcessFiguresReader(services.GetService<TimeProvider>() ?? TimeProvider.System);
        return new ComponentHealthCheck(component, options, figures, services.GetRequiredService<ReportProvider>());
    }
}
