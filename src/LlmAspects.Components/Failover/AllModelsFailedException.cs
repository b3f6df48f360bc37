namespace LlmAspects.Components.Failover;

/// <summary>No model answered within the limits of the request; the last error is the inner exception.</summary>
public sealed class AllModelsFailedException : LlmFailoverException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="report">What was tried.</param>
    /// <param name="lastError">The error of the last attempt; <see langword="null"/> when none was made.</param>
    public AllModelsFailedException(FailoverReport report, Exception? lastError)
        : base("all_models_failed", Describe(report), lastError) => Report = report;

    /// <summary>What was tried.</summary>
    public FailoverReport Report { get; }

    private static string Describe(FailoverReport report)
    {
        string why = report.Stop switch
        {
            FailoverStop.DeadlineReached => "The deadline came before a model answered",
            FailoverStop.AttemptsExhausted => "The attempts of the request are used up",
            _ => "No model answered",
        };
        IEnumerable<string> tried = report.Attempts.Select(attempt => $"{attempt.ModelId}: {attempt.Error?.Category}");
        IEnumerable<string> skipped = report.Skipped.Select(skip => $"{skip.ModelId}: not called, {skip.Reason}");
        return $"{why} ({string.Join("; ", tried.Concat(skipped))}).";
    }
}
