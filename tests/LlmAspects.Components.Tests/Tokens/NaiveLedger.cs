namespace LlmAspects.Components.Tests.Tokens;

/// <summary>The rules of a ledger for one tenant and day, written as plainly as possible: a list that is searched.</summary>
internal sealed class NaiveLedger(long limit, TimeSpan leaseDuration)
{
    private readonly List<Lease> _leases = [];
    private TimeSpan _now;

    public long Used { get; private set; }

    public long Reserved => _leases.Where(lease => lease.Alive).Sum(lease => lease.Tokens);

    public void Advance(TimeSpan time)
    {
        _now += time;
        foreach (Lease lease in _leases.Where(lease => lease.Alive && lease.ExpiresAt <= _now))
        {
            lease.Alive = false;
            Used += lease.Sent ? lease.Tokens : 0;
        }
    }

    public bool TryReserve(long tokens)
    {
        if (Used + Reserved + tokens > limit)
        {
            return false;
        }

        _leases.Add(new Lease { Tokens = tokens, ExpiresAt = _now + leaseDuration });
        return true;
    }

    public bool TryMarkSent(int index)
    {
        Lease lease = _leases[index];
        lease.Sent |= lease.Alive;
        lease.ExpiresAt = lease.Alive ? _now + leaseDuration : lease.ExpiresAt;
        return lease.Alive;
    }

    public void End(int index, long used)
    {
        Used += _leases[index].Alive ? used : 0;
        _leases[index].Alive = false;
    }

    private sealed class Lease
    {
        public long Tokens { get; init; }

        public TimeSpan ExpiresAt { get; set; }

        public bool Sent { get; set; }

        public bool Alive { get; set; } = true;
    }
}
