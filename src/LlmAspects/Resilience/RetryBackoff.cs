namespace LlmAspects.Resilience;

/// <summary>Which failures are repeated, and after what delay; pure.</summary>
internal static class RetryBackoff
{
    /// <summary>The delay before a retry: base times factor to the power of the retries so far, capped, then drawn from zero to that.</summary>
    internal static TimeSpan DelayBefore(int retry, RetryOptions options, Func<double> randomizer)
    {
        var full = Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(options.Factor, retry), options.MaximumDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(options.Jitter ? full * Math.Clamp(randomizer(), 0, 1) : full);
    }

    internal static bool Handles(Exception error, RetryOptions options)
    {
        if (options.Handle.Count == 0)
        {
            return error is not (OutOfMemoryException or StackOverflowException or AccessViolationException or ThreadInterruptedException);
        }

        foreach (var type in options.Handle)
        {
            if (type.IsInstanceOfType(error))
            {
                return true;
            }
        }

        return false;
    }
}
