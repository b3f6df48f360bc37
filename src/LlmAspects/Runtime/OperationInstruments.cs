using System.Diagnostics.Metrics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>The metrics of one meter.</summary>
internal sealed class OperationInstruments
{
    // From a cheap decision (10 us) to a slow answer (80 s); the default buckets of collectors are made for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.00001, 0.0001, 0.001, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    // As the conventions say.
    private static readonly InstrumentAdvice<double> GenAISeconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private readonly Lazy<Histogram<double>?> _genAIDuration;

    private OperationInstruments(Meter meter)
    {
        _genAIDuration = new Lazy<Histogram<double>?>(() => TryCreateGenAIDuration(meter));
        Duration = meter.CreateHistogram(TelemetryNames.DurationMetric, "s", "Duration of operations.", tags: null, Seconds);
        TimeToFirstItem = meter.CreateHistogram(TelemetryNames.TimeToFirstItemMetric, "s", "From the first pull of a stream to its first item.", tags: null, Seconds);
        TimePerItem = meter.CreateHistogram(TelemetryNames.TimePerItemMetric, "s", "From one item of a stream to the next.", tags: null, Seconds);
        Items = meter.CreateCounter<long>(TelemetryNames.ItemsMetric, "{item}", "Items that streams delivered.");
        Errors = meter.CreateCounter<long>(TelemetryNames.ErrorsMetric, "{error}", "Failed calls.");
        Attempts = meter.CreateCounter<long>(TelemetryNames.AttemptsMetric, "{attempt}", "Attempts of operations that are retried.");
    }

    internal Histogram<double> Duration { get; }

    internal Histogram<double> TimeToFirstItem { get; }

    internal Histogram<double> TimePerItem { get; }

    internal Counter<long> Items { get; }

    internal Counter<long> Errors { get; }

    internal Counter<long> Attempts { get; }

    /// <summary>Created for the first operation that needs it, so that others show no such metric; <see langword="null"/> when a listener threw at its creation.</summary>
    internal Histogram<double>? GenAIDuration => _genAIDuration.Value;

    /// <summary>Creates meter and instruments; those of a disposed meter are silent and are shown to no listener.</summary>
    internal static OperationInstruments Create(string name)
    {
        // The meter lives as long as the process.
#pragma warning disable CA2000
        var meter = new Meter(name);
#pragma warning restore CA2000
        try
        {
            return new OperationInstruments(meter);
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            meter.Dispose();
            return new OperationInstruments(meter);
        }
    }

    private static Histogram<double>? TryCreateGenAIDuration(Meter meter)
    {
        try
        {
            return meter.CreateHistogram(TelemetryNames.GenAIDurationMetric, "s", "GenAI operation duration.", tags: null, GenAISeconds);
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            return null;
        }
    }
}
