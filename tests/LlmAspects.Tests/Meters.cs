using System.Diagnostics.Metrics;

namespace LlmAspects.Tests;

/// <summary>Listens to metrics.</summary>
internal static class Meters
{
    /// <summary>Hands on every measurement of one meter.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="measured">Gets the metric, the value and the tags.</param>
    /// <param name="name">The only metric that is listened to; <see langword="null"/> for all of the meter.</param>
    public static MeterListener Listen(string meter, Action<Instrument, double, KeyValuePair<string, object?>[]> measured, string? name = null)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == meter && (name is null || instrument.Name == name))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured(instrument, value, tags.ToArray()));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured(instrument, value, tags.ToArray()));
        listener.Start();
        return listener;
    }
}
