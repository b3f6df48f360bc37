using System.Diagnostics;
using System.Threading.Tasks.Sources;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>
/// Stands between a pending value task and its consumer, so that the consumer's own continuation is registered on the inner one:
/// no second state machine, nothing allocated once pooled. The call is recorded when its result is fetched.
/// </summary>
[StackTraceHidden, DebuggerStepThrough]
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
    private bool _continued;

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
        var isFirst = Interlocked.CompareExchange(ref _continuation, continuation, null) is null;
        if (isFirst)
        {
            _state = state;
        }

        // A second consumer, against the rules, is woken beside the first; who comes later is refused. Already complete: when is unknown, so the duration is as well.
        Register(
            !isFirst ? Resumption(continuation, state) : IsInnerCompleted ? CompletedLate : _completed,
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

    /// <summary>Records the failure from an exception filter, which is entered only to throw another exception.</summary>
    protected bool FailAndRecycle(Exception error, out Exception translated)
    {
        var isTranslated = _operation.TryTranslate(error, _tokens, out translated);
        var activity = MarkIfLate();
        _operation.Fail(error, Measure(), _started, activity, _tokens);
        if (activity is not null)
        {
            OperationSpan.StopElsewhere(activity);
        }

        Recycle();
        return isTranslated;
    }

    /// <summary>A cancelled task that is thrown as an error must not look cancelled: <c>AsTask</c> goes by the status.</summary>
    protected ValueTaskSourceStatus StatusOfCancelled() =>
        _operation.Translates && _operation.IsTranslated(TaskFailure.Extract(KeepInner()), _tokens) ? ValueTaskSourceStatus.Faulted : ValueTaskSourceStatus.Canceled;

    /// <summary>The completed inner value task as one whose result can be fetched more than once.</summary>
    protected abstract Task KeepInner();

    /// <summary>Lets go of the inner value task and, if it may serve again, of this source.</summary>
    protected abstract void Recycle();

    /// <summary>Returns whether the source may serve another call, which it may at once: every field must have been read.</summary>
    /// <remarks>With a registered consumer still to be woken, because the result was taken beside it, it may not.</remarks>
    protected bool Retire()
    {
        _operation = null!;
        _activity = null;
        _tokens = default;
        Version++;
        if (_continuation is not null && !_continued)
        {
            return false;
        }

        _continuation = null;
        _state = null;
        _continued = false;
        return true;
    }

    /// <summary>A method of its own: its closure would be allocated for the first consumer too.</summary>
    internal static Action Resumption(Action<object?> continuation, object? state) => () => continuation(state);

    private Measurement Measure() => new(
        _operation.Identity.Id,
        _ended == 0 || _started == 0 ? Measurement.Untimed : _ended - _started,
        _ended == 0 ? Stopwatch.GetTimestamp() : _ended,
        OperationOutcome.Succeeded)
    {
        IsCounted = _started == 0,
    };

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
        _continued = true;
        _continuation!(_state);
    }
}
