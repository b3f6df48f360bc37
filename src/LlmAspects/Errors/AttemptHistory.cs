using System.Runtime.CompilerServices;

namespace LlmAspects.Errors;

/// <summary>Carries the failed attempts from the retry to the record, which an outer method may write. Empty unless a retried call has failed for good.</summary>
internal static class AttemptHistory
{
    private static readonly ConditionalWeakTable<Exception, IReadOnlyList<FailedAttempt>> Histories = [];
    private static int s_used;

    internal static void Keep(Exception error, IReadOnlyList<FailedAttempt> attempts)
    {
        Volatile.Write(ref s_used, 1);
        Histories.AddOrUpdate(error, attempts);
    }

    /// <summary>Taken out, so that a cached exception does not bring its past along.</summary>
    internal static IReadOnlyList<FailedAttempt> Take(Exception error) =>
        Volatile.Read(ref s_used) != 0 && Histories.Remove(error, out var attempts) ? attempts : [];
}
