using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.Runtime;

namespace LlmAspects.Tracing;

/// <summary>
/// Reads what <see cref="TracePerformanceAttribute"/> and <see cref="TraceBlock"/> measure in this process. Measuring goes on
/// without a reader; reading adds up the counters of all threads. Every member may be called from any thread.
/// </summary>
public sealed class PerformanceTracer
{
    /// <summary>The error rate from which <see cref="GetErrorProne"/> names an operation by default: 1 %.</summary>
    public const double DefaultErrorProneRate = 0.01;

    /// <summary>How many recent calls are kept at least: 10,000.</summary>
    public const int RecentCapacity = StatisticsRecorder.RecentCalls;

    private readonly StatisticsReader _reader = new();

    private PerformanceTracer()
    {
    }

    /// <summary>The reader of this process.</summary>
    public static PerformanceTracer Shared { get; } = new();

    /// <summary>The memory that counters and rings take, in bytes; an estimate.</summary>
    public static long EstimatedMemoryBytes => StatisticsReader.EstimateBytes();

    /// <summary>Exceptions that listeners, meters and loggers threw into the recording. They never reach the traced program.</summary>
    public static long InstrumentationFaults => RuntimeFaults.Count;

    /// <summary>The full name of the type of the last such exception; <see langword="null"/> when there was none.</summary>
    public static string? LastInstrumentationFault => RuntimeFaults.LastType;

    /// <summary>Returns the statistics of every operation with a call or an error, ordered by component and operation.</summary>
    public IReadOnlyList<PerformanceStats> GetStats() =>
    [
        .. OperationRegistry.Snapshot()
            .Select(operation => StatsCalculator.Calculate(operation, _reader.Read(operation.Id)))
            .Where(stats => stats.Count + stats.ErrorCount > 0)
            .OrderBy(stats => stats.Component, StringComparer.Ordinal).ThenBy(stats => stats.Operation, StringComparer.Ordinal)
    ];

    /// <summary>Returns the statistics of one operation, or <see langword="null"/> when there is none of that name.</summary>
    /// <param name="component">The component.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="source">The name of the activity source. The default is <see cref="TelemetryNames.DefaultSource"/>.</param>
    public PerformanceStats? GetStats(string component, string operation, string source = TelemetryNames.DefaultSource) =>
        Array.Find(OperationRegistry.Snapshot(), known => known.Component == component && known.Name == operation && known.Telemetry.Name == source) is { } found
            ? StatsCalculator.Calculate(found, _reader.Read(found.Id))
            : null;

    /// <summary>Returns recent calls, the most recent first.</summary>
    /// <param name="maximum">At most so many. The default is all that are kept: at least the last <see cref="RecentCapacity"/> of the process.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is negative.</exception>
    public IReadOnlyList<PerformanceMetric> GetRecentMetrics(int maximum = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        var operations = OperationRegistry.Snapshot();
        var (ticks, utc) = (Stopwatch.GetTimestamp(), RuntimeClock.TimeProvider.GetUtcNow());
        return [.. _reader.Recent().Where(call => call.OperationId < operations.Length).Take(maximum).Select(Describe)];

        PerformanceMetric Describe(Measurement call) => new(
            operations[call.OperationId].Component,
            operations[call.OperationId].Name,
            utc - Stopwatch.GetElapsedTime(call.Ended, ticks),
            call.Duration < 0 ? null : StatsCalculator.ToMilliseconds(call.Duration),
            call.Outcome);
    }

    /// <summary>Returns the operations with the longest mean duration, the slowest first.</summary>
    /// <param name="maximum">At most so many. The default is 10.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is negative.</exception>
    public IReadOnlyList<PerformanceStats> GetSlowest(int maximum = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        return [.. GetStats().Where(stats => stats.MeanMilliseconds is not null).OrderByDescending(stats => stats.MeanMilliseconds).Take(maximum)];
    }

    /// <summary>Returns the operations that fail often, the worst first. Operations without a rate are left out.</summary>
    /// <param name="minimumErrorRate">The lowest rate named, 0 to 1. The default is <see cref="DefaultErrorProneRate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumErrorRate"/> is not within 0 to 1.</exception>
    public IReadOnlyList<PerformanceStats> GetErrorProne(double minimumErrorRate = DefaultErrorProneRate)
    {
        if (minimumErrorRate is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(minimumErrorRate), minimumErrorRate, "The rate must be within 0 to 1.");
        }

        return [.. GetStats().Where(stats => stats.ErrorCount > 0 && stats.ErrorRate >= minimumErrorRate).OrderByDescending(stats => stats.ErrorRate)];
    }

    internal ErrorRate GetErrorRate(TimeSpan window, string? component, string? operation)
    {
        var since = Stopwatch.GetTimestamp() - (long)(window.TotalSeconds * Stopwatch.Frequency);
        OperationIdentity[] measured =
        [
            .. OperationRegistry.Snapshot().Where(known => known.IsMeasured && (component is null || known.Component == component) && (operation is null || known.Name == operation)),
        ];
        var (calls, errors) = (0L, 0L);
        foreach (var known in measured)
        {
            var (some, failed) = _reader.ReadSince(known.Id, since);
            (calls, errors) = (calls + some, errors + failed);
        }

        return new ErrorRate
        {
            Window = window,
            Calls = calls,
            Errors = errors,
            RateMissingReason = calls > 0 ? null : measured is [] ? ErrorRate.NotMeasured : ErrorRate.NoCalls,
        };
    }

    /// <summary>Starts all statistics anew. Calls that end at the same moment may fall on either side.</summary>
    public void Clear() => _reader.Clear();
}
