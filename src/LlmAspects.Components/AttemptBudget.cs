namespace LlmAspects.Components;

/// <summary>How many model calls one request may still make, over all its layers. Thread-safe.</summary>
/// <param name="maxAttempts">The number of attempts, at least 1.</param>
public sealed class AttemptBudget(int maxAttempts)
{
    private int _remaining = maxAttempts > 0
        ? maxAttempts
        : throw new ArgumentOutOfRangeException(nameof(maxAttempts), maxAttempts, "A request needs at least one attempt.");

    /// <summary>The attempts at the start.</summary>
    public int MaxAttempts { get; } = maxAttempts;

    /// <summary>The attempts that are left, at least 0.</summary>
    public int Remaining => Math.Max(0, Volatile.Read(ref _remaining));

    /// <summary>Takes one attempt.</summary>
    /// <returns><see langword="false"/> when none was left; nothing is taken then.</returns>
    public bool TryTake()
    {
        int seen = Volatile.Read(ref _remaining);
        while (seen > 0)
        {
            int before = Interlocked.CompareExchange(ref _remaining, seen - 1, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }
}
