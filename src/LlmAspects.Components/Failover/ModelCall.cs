namespace LlmAspects.Components.Failover;

/// <summary>A call under way; it ends once.</summary>
internal sealed class ModelCall
{
    private readonly ModelHealth.Entry _entry;
    private readonly CircuitBreaker.Ticket _ticket;
    private int _ended;

    public ModelCall(ModelHealth.Entry entry, CircuitBreaker.Ticket ticket)
    {
        _entry = entry;
        _ticket = ticket;
        entry.Change(1);
    }

    public void End(CallVerdict verdict, string reason = "")
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _entry.Change(-1);
            _entry.Breaker.Report(_ticket, verdict, reason);
        }
    }

    public void Succeed(TimeSpan latency)
    {
        _entry.Latency.Add(latency);
        End(CallVerdict.Success);
    }

    /// <summary>Whether the provider has refused to continue a text.</summary>
    public bool RefusesPrefill => _entry.RefusesPrefill;

    public void LearnPrefillRefused() => _entry.RefusesPrefill = true;

    public void CoolDown(TimeSpan duration) => _entry.Breaker.CoolDown(duration);
}
