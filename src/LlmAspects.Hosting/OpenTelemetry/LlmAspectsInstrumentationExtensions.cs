using System.Reflection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LlmAspects.Hosting.OpenTelemetry;

/// <summary>Adds the sources and meters of the aspects to OpenTelemetry.</summary>
public static class LlmAspectsInstrumentationExtensions
{
    /// <summary>Exports the spans of <c>LlmAspects</c> and of every <see cref="LlmAspectsSourceAttribute"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="assemblies">
    /// Where the attribute is looked for. Without any: in the entry assembly, the loaded assemblies and, where code can be loaded at run time, the
    /// assemblies that they refer to. Native AOT cannot look at assemblies that no code has touched, so name them there.
    /// </param>
    public static TracerProviderBuilder AddLlmAspectsInstrumentation(this TracerProviderBuilder builder, params Assembly[] assemblies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assemblies);
        return builder.AddSource(SourceNames.Find(assemblies));
    }

    /// <summary>Exports the metrics of <c>LlmAspects</c> and of every <see cref="LlmAspectsSourceAttribute"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="assemblies">Where the attribute is looked for, as for the spans.</param>
    public static MeterProviderBuilder AddLlmAspectsInstrumentation(this MeterProviderBuilder builder, params Assembly[] assemblies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assemblies);
        return builder.AddMeter(SourceNames.Find(assemblies));
    }
}
