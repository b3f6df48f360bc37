using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>What all variants of an operation share: its names, its number in the statistics, its prebuilt tags.</summary>
internal sealed class OperationIdentity(int id, string component, string name, SourceTelemetry telemetry)
{
    private int _isMeasured;

    internal int Id => id;

    internal string Component => component;

    internal string Name => name;

    internal SourceTelemetry Telemetry => telemetry;

    internal string SpanName { get; } = component + "." + name;

    internal KeyValuePair<string, object?>[] Tags { get; } = [new(TelemetryNames.Component, component), new(TelemetryNames.Operation, name)];

    /// <summary>Whether any variant reads the clock; otherwise durations and rates do not exist.</summary>
    internal bool IsMeasured => Volatile.Read(ref _isMeasured) != 0;

    internal void MarkMeasured() => Volatile.Write(ref _isMeasured, 1);
}
