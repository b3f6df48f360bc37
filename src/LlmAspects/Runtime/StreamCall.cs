using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>The record of one enumeration: begins with the first pull, ends once.</summary>
internal sealed class StreamCall(Operation operation, CallTokens tokens, Activity? caller, StreamTags? tags = null)
{
    private StreamSentinel? _sentinel;
    private ItemClock? _itemClock;
    private long _started;
    private long _lastPull;
    private long _firstItem;
    private long _items;
    private bool _begun;
    private int _ended;

    /// <summary>The next in the queue of the abandoned ones.</summary>
    internal StreamCall? NextAbandoned { get; set; }

    /// <summary>The span while it runs.</summary>
    internal Activity? Span { get; private set; }

    private bool HasEnded => Volatile.Read(ref _ended) != 0;

    /// <summary>Notes a pull, of which the first begins the call, and returns the span it belongs to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Activity? Pull()
    {
        if (!_begun)
        {
            Begin();
        }

        return Span is null ? null : PullTraced();
    }

    /// <summary>Shows the tags the item that the enumerator has come to.</summary>
    internal void Keep(IEnumerator enumerator) => tags?.Keep(enumerator);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Move(bool hasItem)
    {
        if (!hasItem)
        {
            End(OperationOutcome.Succeeded);
        }
        else if (_items++ == 0 || _itemClock is not null)
        {
            TakeTime();
        }

        return hasItem;
    }

    /// <summary>Disposal before the end; of a stream that was never pulled there is nothing to tell.</summary>
    internal void Dispose()
    {
        if (_begun)
        {
            End(OperationOutcome.DisposedEarly);
        }
    }

    /// <summary>Nobody can pull or dispose the stream any more. When it ended is known only of a traced one.</summary>
    internal void Abandon()
    {
        if (!TryEnd())
        {
            return;
        }

        if (_lastPull == 0)
        {
            Report(Measure(OperationOutcome.Abandoned, Stopwatch.GetTimestamp()) with { Duration = Measurement.Untimed });
            return;
        }

        Span?.SetEndTime(Span.StartTimeUtc + Stopwatch.GetElapsedTime(_started, _lastPull));
        Report(Measure(OperationOutcome.Abandoned, _lastPull));
    }

    internal bool Translates => operation.Translates;

    /// <summary>Whether an error reaches the consumer as another exception.</summary>
    internal bool IsTranslated(Exception error) => operation.IsTranslated(error, tokens);

    /// <summary>Serves as an exception filter, which is entered only to throw another exception. The span is stopped by <see cref="StopSpan"/>.</summary>
    internal bool Fail(Exception error, out Exception translated)
    {
        if (TryEnd())
        {
            var call = Measure(OperationOutcome.Failed, Stopwatch.GetTimestamp());
            Span?.SetTag(TelemetryNames.ItemCount, _items);
            operation.Fail(error, call, _started, Span, tokens, tags?.Fail(operation, error, Span, tokens) ?? default);
            OperationMetrics.Streamed(operation.Identity, call);
        }

        return operation.TryTranslate(error, tokens, out translated);
    }

    /// <summary>After <see cref="Fail"/>, when the exception has left the enumerator.</summary>
    internal void StopSpan()
    {
        if (Span is { } span && HasEnded)
        {
            Span = null;
            OperationSpan.StopElsewhere(span);
        }
    }

    /// <summary>Starts clock and span, the span as a child of the activity that was current when the enumerator was made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Begin()
    {
        _begun = true;
        AbandonedStreams.Record();
        if (!operation.IsMeasured)
        {
            return;
        }

        _sentinel = new StreamSentinel(this);
        if (!operation.TakesSample())
        {
            return;
        }

        _itemClock = ItemClock.TryCreate(operation);
        Span = operation.StartUnder(caller);
        if (Span is { } span)
        {
            tags?.Begin(operation, span);
        }

        _started = Stopwatch.GetTimestamp();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Activity? PullTraced()
    {
        _lastPull = Stopwatch.GetTimestamp();
        return Span;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeTime()
    {
        if (_started == 0)
        {
            return;
        }

        var now = Stopwatch.GetTimestamp();
        if (_items == 1)
        {
            _firstItem = now - _started;
        }

        _itemClock?.Take(now);
    }

    private void End(OperationOutcome outcome)
    {
        if (TryEnd())
        {
            Report(Measure(outcome, operation.IsMeasured ? Stopwatch.GetTimestamp() : 0));
        }
    }

    // Atomic: a finalizer of the consumer may dispose what the sentinel has given up.
    private bool TryEnd()
    {
        if (HasEnded || Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return false;
        }

        _sentinel?.Dismiss();
        return true;
    }

    private void Report(in Measurement call)
    {
        if (!operation.IsMeasured)
        {
            return;
        }

        var span = Span;
        Span = null;
        span?.SetTag(TelemetryNames.ItemCount, _items);
        OperationMetrics.Streamed(operation.Identity, call);
        operation.Filter(span, call);
        operation.End(call, span, tags?.End(span, operation.IsMetered));
    }

    private Measurement Measure(OperationOutcome outcome, long ended) => new(
        operation.Identity.Id, _started == 0 ? Measurement.Untimed : ended - _started, ended, outcome)
    {
        IsStream = _started != 0,
        Items = _items,
        TimeToFirstItem = _firstItem,
        LongestItem = _itemClock?.Longest ?? Measurement.Untimed,
    };
}
