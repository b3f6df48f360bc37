using System.Diagnostics.Metrics;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Listens to the meter of the tests and notes the tags of every measurement.</summary>
internal sealed class MetricSeries : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<string> _seen = [];

    public MetricSeries()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == AssemblySettings.Source)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.Start();
    }

    /// <summary>Per measurement the instrument and the tags that are not those of every operation, in the order of their names.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_seen)
            {
                return [.. _seen];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var own = tags.ToArray().Where(static tag => tag.Key is not ("llmaspects.component" or "llmaspects.operation"))
            .OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $" {tag.Key}={tag.Value}");
        lock (_seen)
        {
            _seen.Add(instrument.Name["llmaspects.operation.".Length..] + string.Concat(own));
        }
    }
}
