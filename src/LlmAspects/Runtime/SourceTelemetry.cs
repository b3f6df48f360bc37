using System.Collections.Concurrent;
using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>The activity source and the instruments of one source name. Both are created at the first call: the first source costs milliseconds.</summary>
internal sealed class SourceTelemetry
{
    private static readonly ConcurrentDictionary<string, SourceTelemetry> All = new(StringComparer.Ordinal);

    private readonly Lazy<ActivitySource?> _activities;
    private readonly Lazy<OperationInstruments> _instruments;

    private SourceTelemetry(string name)
    {
        Name = name;
        _activities = new Lazy<ActivitySource?>(() => TryCreateSource(name));
        _instruments = new Lazy<OperationInstruments>(() => OperationInstruments.Create(name));
    }

    internal string Name { get; }

    /// <summary>The source of the spans; <see langword="null"/> when a listener threw at its creation.</summary>
    internal ActivitySource? Activities => _activities.Value;

    internal OperationInstruments Instruments => _instruments.Value;

    internal static SourceTelemetry Of(string? name) => All.GetOrAdd(name ?? TelemetryNames.DefaultSource, static key => new SourceTelemetry(key));

    internal static bool IsKnown(string name) => name == TelemetryNames.DefaultSource || All.ContainsKey(name);

    private static ActivitySource? TryCreateSource(string name)
    {
        try
        {
            return new ActivitySource(name);
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            return null;
        }
    }
}
