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
            _ when ResponseProperties.SaysUnanswered(response) => "The model had no answer.",
            _ when candidate.PinnedModelId is { } pinned && pinned != response.ModelId => "Another model than the pinned one served.",
            _ when candidate.Quality?.Groundedness.Value < options.MinGroundedness => "Its groundedness is too low.",
            _ => null,
        };
    }

    /// <summary>Why the answer is too large to be stored, or null.</summary>
    public static string? FindSizeObstacle(in CacheKey key, CacheCandidate candidate, LlmCacheOptions options)
    {
        long bytes = sizeof(char) * ((long)key.Canonical.Length + candidate.Response.Text.Length);
        foreach (AIContent content in candidate.Response.Messages.SelectMany(message => message.Contents))
        {
            bytes += content switch
            {
                DataContent data => data.Data.Length,
                TextReasoningContent reasoning => sizeof(char) * (long)reasoning.Text.Length,
                _ => 0,
            };
        }

        return bytes > options.MaxEntryBytes ? $"Key and answer take {bytes} bytes; an entry may have {options.MaxEntryBytes}." : null;
    }
}
