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

    public static QualityReport Quality(double? groundedness) => new() { Groundedness = new QualityScore(groundedness, "measured") };
}
