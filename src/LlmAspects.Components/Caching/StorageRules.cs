using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>Which answers must not be stored.</summary>
internal static class StorageRules
{
    /// <summary>Why the answer must not be stored, or null.</summary>
    public static string? FindObstacle(CacheCandidate candidate, LlmCacheOptions options)
    {
        ChatResponse response = candidate.Response;
        return response switch
        {
            { FinishReason: null } => "It has no finish reason, so it may be cut off.",
            { FinishReason: var reason } when reason == ChatFinishReason.Length => "It was cut off at a length limit.",
            { FinishReason: var reason } when reason == ChatFinishReason.ContentFilter => "A content filter stopped it.",
            { ContinuationToken: not null } => "It is not complete.",
            _ when response.Messages.SelectMany(message => message.Contents).Any(content => content is FunctionCallContent) => "It calls functions.",
            _ when string.IsNullOrWhiteSpace(response.Text) => "It has no text.",
            _ when candidate.IsPartial => "Not all members of the panel answered.",
            _ when ResponseProperties.SaysUnanswered(response) => "The model had no answer.",
            _ when candidate.PinnedModelId is { } pinned && !IsPinned(pinned, response.ModelId) => "Another model than the pinned one served.",
            _ when candidate.Quality?.Groundedness.Value < options.MinGroundedness => "Its groundedness is too low.",
            _ => null,
        };
    }

    // Providers answer an alias with its dated version: gpt-4o with gpt-4o-2024-08-06.
    private static bool IsPinned(string pinned, string? served) => served is not null && served.StartsWith(pinned, StringComparison.Ordinal) && IsDate(served.AsSpan(pinned.Length));

    private static bool IsDate(ReadOnlySpan<char> suffix) => suffix is "" || (suffix[0] == '-' && suffix.TrimStart("-0123456789").IsEmpty);

    /// <summary>Why the answer is too large to be stored, or null.</summary>
    public static string? FindSizeObstacle(in CacheKey key, CacheCandidate candidate, LlmCacheOptions options)
    {
        long bytes = (sizeof(char) * (long)key.Canonical.Length) + candidate.Response.Messages.SelectMany(message => message.Contents).Sum(ContentSize.Of);
        return bytes > options.MaxEntryBytes ? $"Key and answer take {bytes} bytes; an entry may have {options.MaxEntryBytes}." : null;
    }
}
