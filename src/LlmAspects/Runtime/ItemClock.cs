using System.Diagnostics.Metrics;

namespace LlmAspects.Runtime;

/// <summary>Times the items of one stream, one reading of the clock each; made only when somebody wants them.</summary>
internal sealed class ItemClock
{
    private readonly OperationIdentity _operation;
    private readonly Histogram<double> _histogram;
    private long _previous;

    private ItemClock(OperationIdentity operation, Histogram<double> histogram)
    {
        _operation = operation;
        _histogram = histogram;
    }

    /// <summary>The longest time between two items in ticks, or <see cref="Measurement.Untimed"/> before the second.</summary>
    internal long Longest { get; private set; } = Measurement.Untimed;

    /// <summary>A clock while the histogram has a listener, or when the method wants one.</summary>
    internal static ItemClock? TryCreate(Operation operation)
    {
        var histogram = operation.Identity.Telemetry.Instruments.TimePerItem;
        return histogram.Enabled || operation.TimesItems ? new ItemClock(operation.Identity, histogram) : null;
    }

    internal void Take(long now)
    {
        var previous = _previous;
        _previous = now;
        if (previous != 0)
        {
            Longest = Math.Max(Longest, now - previous);
            OperationMetrics.Succeeded(_operation, _histogram, now - previous);
        }
    }
}
