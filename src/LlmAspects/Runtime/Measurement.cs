using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>One finished call as the statistics take it. Times are ticks of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
internal readonly record struct Measurement(int OperationId, long Duration, long Ended, OperationOutcome Outcome)
{
    /// <summary>The duration of a call whose length is not known.</summary>
    internal const long Untimed = -1;

    /// <summary>Whether the call belongs to a measured operation; otherwise only its failure is counted.</summary>
    internal bool IsMeasured { get; init; } = true;

    /// <summary>Whether the call was a stream that was pulled at least once.</summary>
    internal bool IsStream { get; init; }

    /// <summary>Whether the call was counted when it began, because its length is not sampled.</summary>
    internal bool IsCounted { get; init; }

    internal long Items { get; init; }

    internal long TimeToFirstItem { get; init; }

    /// <summary>The longest time between two items, when they were timed one by one.</summary>
    internal long LongestItem { get; init; } = Untimed;
}
