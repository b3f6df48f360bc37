using LlmAspects.Components.Caching;
using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Caching;

internal static class CachingSamples
{
    public static CacheKey Key(string question = "Why?", ChatOptions? options = null, CacheTarget? target = null)
    {
        CacheKey.TryCreate(target ?? CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, question)], options, out CacheKey key, out string? obstacle).ShouldBeTrue(obstacle);
        return key;
    }

    public static CacheCandidate Candidate(string text = "Because.", decimal? cost = 0.25m) => new(Response(text)) { Cost = cost };

    public static ChatResponse Response(string text = "Because.") =>
        new(new ChatMessage(ChatRole.Assistant, text)) { ModelId = "model-a", FinishReason = ChatFinishReason.Stop, Usage = new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2 } };

    /// <summary>The words of an answer, one an update, and what ends it.</summary>
    public static ChatResponseUpdate[] Updates(params string[] words) =>
    [
        .. words.Select(word => new ChatResponseUpdate(ChatRole.Assistant, word) { ModelId = "model-a", MessageId = "m" }),
        new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2 })]) { ModelId = "model-a", MessageId = "m", FinishReason = ChatFinishReason.Stop },
    ];

    public static QualityReport Quality(double? groundedness) => new() { Groundedness = new QualityScore(groundedness, "measured") };
}
