using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching.SecondTier;

/// <summary>An entry as it leaves the process.</summary>
internal sealed record StoredEntry
{
    public required ChatResponse Response { get; init; }

    public required string[] Scopes { get; init; }

    public required long[] Generations { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public QualityReport? Quality { get; init; }

    public decimal? Cost { get; init; }

    public TimeSpan? Duration { get; init; }

    public static StoredEntry Of(CacheEntry entry) => new()
    {
        Response = entry.Response,
        Scopes = entry.Stamp.Scopes,
        Generations = entry.Stamp.Generations,
        ExpiresAt = entry.ExpiresAt,
        Quality = entry.Quality,
        Cost = entry.Cost,
        Duration = entry.Duration,
    };

    /// <summary>The entry, or null when something is missing of it.</summary>
    public CacheEntry? ToEntry()
    {
        StoredValues.Restore(Response.AdditionalProperties);
        foreach (ChatMessage message in Response.Messages)
        {
            StoredValues.Restore(message.AdditionalProperties);
            foreach (AIContent content in message.Contents)
            {
                StoredValues.Restore(content.AdditionalProperties);
            }
        }

        return Scopes.Length == 0 || Scopes.Length != Generations.Length || ResponseCopy.Of(Response) is not { } copy
            ? null
            : new CacheEntry(copy, new CacheStamp(Scopes, Generations), ExpiresAt) { Quality = Quality, Cost = Cost, Duration = Duration };
    }
}
