namespace LlmAspects.Components.Failover;

/// <summary>
/// The breaker of one model, a state machine on a monotonic clock. Results of calls that began in an earlier state are ignored:
/// a ticket carries the number of its state. Thread-safe.
/// </summary>
internal sealed class CircuitBreaker(CircuitBreakerOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly FailureWindow _window = new(options.Window);
    private readonly long _start = time.GetTimestamp();
    private BreakerState _state;
    private long _generation;
    private int _consecutive;
    private int _probes;
    private int _probeSuccesses;
    private TimeSpan _openUntil;
    private TimeSpan _coolUntil;
    private TimeSpan _lastProbe;

    // Closed and not cooling down, as nearly always: who only looks needs no lock then.
    private volatile bool _isQuiet = true;

    private string _openReason = "";

    /// <summary>The right to make one call, and the state in which it was given.</summary>
    internal readonly record struct Ticket(long Generation);

    /// <summary>The state, and when and why no call may begin.</summary>
    internal readonly record struct View(BreakerState State, TimeSpan? UnavailableFor, string? Reason);

    private TimeSpan Now => SinceStart(time.GetTimestamp());

    public bool TryEnter(out Ticket ticket)
    {
        lock (_gate)
        {
            TimeSpan now = Now;
            ticket = default;
            if (Look(now).UnavailableFor is not null)
            {
                return false;
            }

            if (_state == BreakerState.HalfOpen)
            {
                _probes = Math.Min(_probes + 1, options.HalfOpenProbes);
                _lastProbe = now;
            }

            ticket = new Ticket(_generation);
            return true;
        }
    }

    public void Report(Ticket ticket, CallVerdict verdict, string reason = "")
    {
        lock (_gate)
        {
            TimeSpan now = Now;
            Refresh(now);
            if (ticket.Generation != _generation)
            {
                return;
            }

            if (_state == BreakerState.HalfOpen)
            {
                ReportProbe(verdict, now, reason);
            }
            else if (_state == BreakerState.Closed)
            {
                ReportCall(verdict, now, reason);
            }
        }
    }

    /// <summary>Holds calls back for a while without counting a failure.</summary>
    public void CoolDown(TimeSpan duration)
    {
        lock (_gate)
        {
            TimeSpan until = Now + duration;
            _coolUntil = until > _coolUntil ? until : _coolUntil;
            _isQuiet = false;
        }
    }

    /// <summary>Forgets everything: the configuration has changed.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _coolUntil = TimeSpan.Zero;
            Enter(BreakerState.Closed);
        }
    }

    /// <summary>Looks without entering.</summary>
    /// <param name="timestamp">A timestamp of the clock.</param>
    public View LookAt(long timestamp)
    {
        if (_isQuiet)
        {
            return new View(BreakerState.Closed, null, null);
        }

        lock (_gate)
        {
            View view = Look(SinceStart(timestamp));
            _isQuiet = view == new View(BreakerState.Closed, null, null);
            return view;
        }
    }

    private TimeSpan SinceStart(long timestamp) => time.GetElapsedTime(_start, timestamp);

    private View Look(TimeSpan now)
    {
        Refresh(now);
        if (_state == BreakerState.Open)
        {
            return new View(_state, _openUntil - now, _openReason);
        }

        if (now < _coolUntil)
        {
            return new View(_state, _coolUntil - now, "it is cooling down after a rate limit");
        }

        return _state == BreakerState.HalfOpen && _probes >= options.HalfOpenProbes && now - _lastProbe < options.BreakDuration
            ? new View(_state, options.BreakDuration - (now - _lastProbe), "its circuit breaker waits for a probe")
            : new View(_state, null, null);
    }

    private void Refresh(TimeSpan now)
    {
        if (_state == BreakerState.Open && now >= _openUntil)
        {
            Enter(BreakerState.HalfOpen);
        }
    }

    private void ReportCall(CallVerdict verdict, TimeSpan now, string reason)
    {
        switch (verdict)
        {
            case CallVerdict.Success:
                _consecutive = 0;
                _window.Add(now, failed: false);
                break;
            case CallVerdict.Failure:
                _consecutive++;
                _window.Add(now, failed: true);
                (int calls, int failures) = _window.Count(now);
                if (_consecutive >= options.ConsecutiveFailures || (calls >= options.MinimumCalls && failures >= options.FailureRate * calls))
                {
                    Open(now + options.BreakDuration, $"its circuit breaker is open after {failures} of {calls} calls failed");
                }

                break;
            case CallVerdict.Lockout:
                Open(now + options.LockoutDuration, reason);
                break;
        }
    }

    private void ReportProbe(CallVerdict verdict, TimeSpan now, string reason)
    {
        _probes = Math.Max(0, _probes - 1);
        switch (verdict)
        {
            case CallVerdict.Success when ++_probeSuccesses >= options.SuccessesToClose:
                Enter(BreakerState.Closed);
                break;
            case CallVerdict.Failure:
                Open(now + options.BreakDuration, "its circuit breaker is open: a probe failed");
                break;
            case CallVerdict.Lockout:
                Open(now + options.LockoutDuration, reason);
                break;
        }
    }

    private void Open(TimeSpan until, string reason)
    {
        Enter(BreakerState.Open);
        _openUntil = until;
        _openReason = reason;
    }

    private void Enter(BreakerState state)
    {
        _state = state;
        _isQuiet = false;
        _generation++;
        _consecutive = 0;
        _probes = 0;
        _probeSuccesses = 0;
        _window.Clear();
    }
}
