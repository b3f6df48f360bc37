using System.Diagnostics;
using System.Threading.Tasks.Sources;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>
/// Stands between a pending value task and its consumer, so that the consumer's own continuation is registered on the inner one:
/// no second state machine, nothing allocated once pooled. The call is recorded when its result is fetched.
/// </summary>
internal abstract class PendingSource
{
    private readonly Action _completed;
    private Operation _operation = null!;
    private long _started;
    private long _ended;
    private Activity? _activity;
    private CallTokens _tokens;
    private Action<object?>? _continuation;
    private object? _state;

    protected PendingSource() => _completed = Completed;

    protected short Version { get; private set; }

    protected abstract bool IsInnerCompleted { get; }

    protected void Begin(Operation operation, long started, Activity? activity, CallTokens tokens)
    {
        _operation = operation;
        _started = started;
        _ended = 0;
        _activity = activity;
        _tokens = tokens;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token);
        // Already complete: when it completed is unknown, so its duration is as well.
        _continuation = continuation;
        _state = state;
        Register(
            IsInnerCompleted ? CompletedLate : _completed,
            (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0,
            (flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0);
    }

    protected abstract void Register(Action completed, bool useSchedulingContext, bool flowExecutionContext);

    protected void Check(short token)
    {
        if (token != Version)
        {
            throw new InvalidOperationException("A ValueTask must be awaited once only.");
        }
    }

    protected void Succeed()
    {
        if (_operation.IsMeasured)
        {
            _operation.End(Measure(), MarkIfLate());
        }
    }

    protected void Fail(Exception error)
    {
        var activity = MarkIfLate();
        _operation.Fail(error, Measure(), _started, activity, _tokens);
        if (activity is not null)
        {
            OperationSpan.StopElsewhere(activity);
        }
    }

    /// <summary>After this the source may serve another call at once: every field must have been read.</summary>
    protected void Retire()
    {
        _operation = null!;
        _activity = null;
        _tokens = default;
        Version++;
    }

    private Measurement Measure() => new(
        _operation.Identity.Id,
        _ended == 0 || _started == 0 ? Measurement.Untimed : _ended - _started,
        _ended == 0 ? Stopwatch.GetTimestamp() : _ended,
        OperationOutcome.Succeeded);

    private Activity? MarkIfLate()
    {
        if (_ended == 0)
        {
            _activity?.SetTag(TelemetryNames.ConsumedLate, true);
        }

        return _activity;
    }

    private void Completed()
    {
        _ended = Stopwatch.GetTimestamp();
        CompletedLate();
    }

    private void CompletedLate()
    {
        var continuation = _continuation!;
        var state = _state;
        _continuation = null;
        _state = null;
        continuation(state);
    }
}
