using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>The record of one enumeration: begins with the first pull, ends once.</summary>
internal sealed class StreamCall(Operation operation, CallTokens tokens, Activity? caller, StreamTags? tags = null)
{
    private long _started;
    private long _firstItem;
    private long _items;
    private bool _begun;
    private bool _ended;

    /// <summary>The span while it runs.</summary>
    internal Activity? Span { get; private set; }

    /// <summary>Starts clock and span, the span as a child of the activity that was current when the enumerator was made.</summary>
    internal void Begin()
    {
        _begun = true;
        if (!operation.IsMeasured)
        {
            return;
        }

        Span = operation.StartUnder(caller);
        if (Span is { } span)
        {
            tags?.Begin(span);
        }

        _started = Stopwatch.GetTimestamp();
    }

    internal bool Move(bool hasItem)
    {
        if (!hasItem)
        {
            End(OperationOutcome.Succeeded);
        }
        else if (_items++ == 0 && operation.IsMeasured)
        {
            _firstItem = Stopwatch.GetTimestamp() - _started;
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

    /// <summary>Serves as an exception filter: always <see langword="false"/>. The span is stopped by <see cref="StopSpan"/>.</summary>
    internal bool Fail(Exception error)
    {
        if (!_ended)
        {
            _ended = true;
            var call = Measure(OperationOutcome.Failed);
            Span?.SetTag(TelemetryNames.ItemCount, _items);
            operation.Fail(error, call, _started, Span, tokens, tags?.Fail(operation, error, Span, tokens) ?? default);
            OperationMetrics.Streamed(operation.Identity, call);
        }

        return false;
    }

    /// <summary>After <see cref="Fail"/>, when the exception has left the enumerator.</summary>
    internal void StopSpan()
    {
        if (_ended && Span is { } span)
        {
            Span = null;
            OperationSpan.StopElsewhere(span);
        }
    }

    private void End(OperationOutcome outcome)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (!operation.IsMeasured)
        {
            return;
        }

        var call = Measure(outcome);
        var span = Span;
        Span = null;
        span?.SetTag(TelemetryNames.ItemCount, _items);
        OperationMetrics.Streamed(operation.Identity, call);
        operation.End(call, span, tags?.End(span, operation.IsMetered));
    }

    private Measurement Measure(OperationOutcome outcome)
    {
        var ended = Stopwatch.GetTimestamp();
        return new Measurement(operation.Identity.Id, _started == 0 ? Measurement.Untimed : ended - _started, ended, outcome)
        {
            IsStream = _started != 0,
            Items = _items,
            TimeToFirstItem = _firstItem,
        };
    }
}
