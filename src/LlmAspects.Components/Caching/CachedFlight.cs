using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>The answer of a shared call: the caller who made it gets the response itself, the others copies.</summary>
/// <param name="Candidate">The answer.</param>
/// <param name="Copy">What copies are made of; <see langword="null"/> when it cannot be copied.</param>
internal sealed record CachedFlight(CacheCandidate Candidate, ChatResponse? Copy)
{
    /// <summary>Whether a call that ended just before had stored it.</summary>
    public bool WasStored { get; init; }

    public CachedAnswer ToAnswer() => Candidate.ToAnswer(Candidate.Response, CacheOutcome.Miss);

    /// <summary>A copy for a caller who joined; <see langword="null"/> when there can be none.</summary>
    public CachedAnswer? ToJoined() => Copy is null ? null : Candidate.ToAnswer(ResponseCopy.Of(Copy)!, CacheOutcome.Joined);
}
