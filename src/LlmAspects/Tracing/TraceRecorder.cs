using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Tracing;

/// <summary>
/// Listens to the spans of the aspects and keeps the last traces as trees, for a report or a screen. While one lives, spans are
/// created even if nobody else listens. Every member may be called from any thread.
/// </summary>
public sealed class TraceRecorder : IDisposable
{
    /// <summary>A report is written and read by recursion.</summary>
    internal const int MaximumDepth = 256;

    internal const int MaximumLiveSpans = 100_000;

    private readonly TraceRecorderOptions _options;
    private readonly ActivityListener _listener;
    private readonly Lock _gate = new();
    private readonly Dictionary<Activity, TraceSpan> _live = [];
    private readonly Queue<TraceSpan> _finished = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="options">Sources and bounds; <see langword="null"/> takes the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is below 1.</exception>
    public TraceRecorder(TraceRecorderOptions? options = null)
    {
        _options = options ?? new TraceRecorderOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaximumTraces, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaximumSpansPerTrace, 1, nameof(options));
        _listener = new ActivityListener
        {
            ShouldListenTo = source => SourceTelemetry.IsKnown(source.Name) || _options.AdditionalSources.Contains(source.Name),
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            SampleUsingParentId = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = OnStarted,
            ActivityStopped = OnStopped,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Returns the traces whose root has ended, the most recent first.</summary>
    public IReadOnlyList<TraceNode> GetTraces()
    {
        AbandonedStreams.Record();
        lock (_gate)
        {
            return [.. _finished.Reverse().Select(root => root.ToNode())];
        }
    }

    /// <summary>Forgets the traces that have ended.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _finished.Clear();
        }
    }

    /// <summary>Stops listening. What was recorded can still be read.</summary>
    public void Dispose() => _listener.Dispose();

    private void OnStarted(Activity activity)
    {
        lock (_gate)
        {
            if (_live.Count >= MaximumLiveSpans)
            {
                return;
            }

            var parent = FindParent(activity);
            var span = new TraceSpan(activity, parent);
            if (parent is null || parent.Root.TryAdd(parent, span, _options.MaximumSpansPerTrace))
            {
                _live.Add(activity, span);
            }
        }
    }

    private void OnStopped(Activity activity)
    {
        lock (_gate)
        {
            if (!_live.Remove(activity, out var span))
            {
                return;
            }

            // Taken back by SlowerThanMs or FailedOnly.
            if (!activity.IsAllDataRequested)
            {
                span.Drop();
                return;
            }

            span.End(activity);
            if (span.Root == span)
            {
                _finished.Enqueue(span);
                if (_finished.Count > _options.MaximumTraces)
                {
                    _finished.Dequeue();
                }
            }
        }
    }

    /// <summary>The nearest span above that is recorded: sources nobody asked for may lie between.</summary>
    private TraceSpan? FindParent(Activity activity)
    {
        for (var above = activity.Parent; above is not null; above = above.Parent)
        {
            if (_live.TryGetValue(above, out var span))
            {
                return span;
            }
        }

        return null;
    }
}
