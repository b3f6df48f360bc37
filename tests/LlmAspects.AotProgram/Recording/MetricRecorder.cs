using System.Diagnostics.Metrics;
using LlmAspects.Tracing;

namespace LlmAspects.AotProgram.Recording;

/// <summary>Counts the measurements of every instrument by their tags; of durations only how many there were.</summary>
internal sealed class MetricRecorder : IDisposable
{
    private readonly SortedDictionary<string, (long Count, long Sum)> _series = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public MetricRecorder()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name is TelemetryNames.DefaultSource)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Count(instrument, 0, tags));
        _listener.Start();
    }

    public void Write(Transcript transcript)
    {
        foreach (var (series, (count, sum)) in _series)
        {
            transcript.Line("metric", writer =>
            {
                writer.WriteString("series", series);
                writer.WriteNumber("count", count);
                writer.WriteNumber("sum", sum);
            });
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Count(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var known = tags.ToArray();
        if (known.Any(static tag => RacingComponents.Contain(tag.Value)))
        {
            return;
        }

        var series = $"{instrument.Name} {instrument.Unit} {{{Tags.TextOf(known)}}}";
        lock (_series)
        {
            var (count, sum) = _series.GetValueOrDefault(series);
            _series[series] = (count + 1, sum + value);
        }
    }
}
