using LlmAspects.Testing;

namespace LlmAspects.ReceiverTests.Servers;

/// <summary>A test against a real Prometheus; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithPrometheusAttribute : FactAttribute
{
    public FactWithPrometheusAttribute() => Skip = Tool.Prometheus.SkipReason;
}
