using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>The answer of a shared call: the caller who made it gets the response itself, the others copies.</summary>
internal sealed record CachedFlight(CacheCandidate Candidate, ChatResponse? Copy)
{
    public CachedAnswer ToAnswer(bool joined)
    {
        // A response that cannot be copied is shared as it is: better than asking the model again.
        ChatResponse response = joined && Copy is not null ? ResponseCopy.Of(Copy)! : Candidate.Response;
        return new CachedAnswer(response, joined ? CacheOutcome.Joined : CacheOutcome.Miss) { Quality = Candidate.Quality, Cost = Candidate.Cost };
    }
}
