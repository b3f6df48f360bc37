using System.Diagnostics.Metrics;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Listens to the attempts of one operation.</summary>
internal sealed class AttemptCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<string> _outcomes = [];

    public AttemptCounts(string operation)
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "llmaspects.operation.attempts" && instrument.Meter.Name == AssemblySettings.Source)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Add(operation, tags));
        _listener.Start();
    }

    public string Outcomes
    {
        get
        {
            lock (_outcomes)
            {
                return string.Join(' ', _outcomes);
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(string operation, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var values = tags.ToArray().ToDictionary();
        if (Equals(values["llmaspects.operation"], operation))
        {
            lock (_outcomes)
            {
                _outcomes.Add((string)values["llmaspects.outcome"]!);
            }
        }
    }
}
