using System.Collections.Immutable;

namespace LlmAspects.Components.Failover;

/// <summary>Counts of a handler. Thread-safe.</summary>
internal sealed class FailoverCounts
{
    private readonly long[] _errors = new long[Enum.GetValues<ErrorCategory>().Length];
    private long _requests;
    private long _answered;
    private long _fellBack;
    private long _recovered;
    private long _attempts;

    public void Request() => Interlocked.Increment(ref _requests);

    public void Attempt() => Interlocked.Increment(ref _attempts);

    public void Fail(ErrorCategory category) => Interlocked.Increment(ref _errors[(int)category]);

    public void Answer(bool fellBack, bool isRecovered)
    {
        Interlocked.Increment(ref _answered);
        if (isRecovered)
        {
            Interlocked.Increment(ref _recovered);
        }

        if (fellBack)
        {
            Interlocked.Increment(ref _fellBack);
        }
    }

    public FailoverStatistics Snapshot() => new(
        Interlocked.Read(ref _requests),
        Interlocked.Read(ref _answered),
        Interlocked.Read(ref _fellBack),
        Interlocked.Read(ref _attempts),
        Enum.GetValues<ErrorCategory>()
            .Where(category => Interlocked.Read(ref _errors[(int)category]) > 0)
            .ToImmutableSortedDictionary(category => category, category => Interlocked.Read(ref _errors[(int)category])))
    {
        Recovered = Interlocked.Read(ref _recovered),
    };
}
