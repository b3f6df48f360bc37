using System.Collections.Immutable;

namespace LlmAspects.Components.Failover;

/// <summary>What the failover handler did so far.</summary>
/// <param name="Requests">Requests begun.</param>
/// <param name="Answered">Requests that a model answered.</param>
/// <param name="FellBack">Answers of another model than the first attempted one.</param>
/// <param name="Attempts">Calls of models.</param>
/// <param name="Errors">Failed attempts by category.</param>
public sealed record FailoverStatistics(long Requests, long Answered, long FellBack, long Attempts, ImmutableSortedDictionary<ErrorCategory, long> Errors)
{
    /// <summary>Streams that broke after content was passed on and were completed all the same.</summary>
    public long Recovered { get; init; }
}
