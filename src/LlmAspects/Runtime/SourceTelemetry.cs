using System.Collections.Concurrent;
using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>The activity source and the instruments of one source name. Both are created at the first call: the first source costs milliseconds.</summary>
internal sealed class SourceTelemetry
{
    private static readonly ConcurrentDictionary<string, SourceTelemetry> All = new(StringComparer.Ordinal);

    private readonly Lazy<ActivitySource> _activities;
    private readonly Lazy<OperationInstruments> _instruments;

    private SourceTelemetry(string name)
    {
        Name = name;
        _activities = new Lazy<ActivitySource>(() => new ActivitySource(name));
        _instruments = new Lazy<OperationInstruments>(() => new OperationInstruments(name));
    }

    internal string Name { get; }

    internal ActivitySource Activities => _activities.Value;

    internal OperationInstruments Instruments => _instruments.Value;

    internal static SourceTelemetry Of(string? name) => All.GetOrAdd(name ?? TelemetryNames.DefaultSource, static key => new SourceTelemetry(key));

    internal static bool IsKnown(string name) => name == TelemetryNames.DefaultSource || All.ContainsKey(name);
}
