using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Tests;

/// <summary>What the process recorded about one component of a test.</summary>
internal static class Recorded
{
    public static PerformanceStats Stats(string component, string operation = "call") =>
        PerformanceTracer.Shared.GetStats(component, operation, component).ShouldNotBeNull();

    public static List<ErrorRecord> Errors(string component) =>
        [.. ErrorAggregator.Shared.Recent().Where(error => error.Component == component)];
}
