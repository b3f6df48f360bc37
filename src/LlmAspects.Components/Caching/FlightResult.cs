using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>The answer of a shared call: the caller who made it gets the response itself, the others copies.</summary>
/// <param name="Candidate">The answer.</param>
/// <param name="Copy">What copies are made of; <see langword="null"/> when it cannot be copied.</param>
internal sealed record FlightResult(CacheCandidate Candidate, ChatResponse? Copy)
{
    /// <summary>The entry that was found after all: no model was called.</summary>
    public FoundEntry? Found { get; init; }

    /// <summary>The answer of the caller who made the call.</summary>
    public CachedAnswer ToLeader() => Candidate.ToAnswer();

    /// <summary>A copy for a caller who joined; <see langword="null"/> when there can be none.</summary>
    public CachedAnswer? ToJoined() => Copy is null ? null : CachedAnswer.CopyOf(Copy, CacheOutcome.Joined, Candidate.Quality, Candidate.Cost);

    public static FlightResult Of(FoundEntry found) => new(new CacheCandidate(found.Entry.Response), found.Entry.Response) { Found = found };
}
