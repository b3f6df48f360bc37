namespace LlmAspects.Errors;

/// <summary>How many of the calls within a sliding window failed.</summary>
public sealed record ErrorRate
{
    /// <summary>Why there is no rate when no call ended within the window.</summary>
    public const string NoCalls = "No measured call ended within the window.";

    /// <summary>Why there is no rate when no operation of that name is measured.</summary>
    public const string NotMeasured = "No operation of that name carries [TracePerformance], so its calls are not counted.";

    /// <summary>Why there is no rate in an aggregator of one's own.</summary>
    public const string NoOperations = "Only the process-wide aggregator knows how many calls there were.";

    /// <summary>The window that was asked for. Its begin is taken at the full ten seconds before.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Calls of measured operations that ended within the window, whatever their outcome. A failure that passes two operations is a call of each.</summary>
    public required long Calls { get; init; }

    /// <summary>Those that failed.</summary>
    public required long Errors { get; init; }

    /// <summary>Failed calls by calls, from 0 to 1; <see langword="null"/> with <see cref="RateMissingReason"/>.</summary>
    public double? Rate => Calls == 0 ? null : (double)Errors / Calls;

    /// <summary>Why there is no rate; <see langword="null"/> when there is one.</summary>
    public string? RateMissingReason { get; init; }
}
