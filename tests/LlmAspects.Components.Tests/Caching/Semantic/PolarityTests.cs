using System.Text.Json;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.Semantic;

namespace LlmAspects.Components.Tests.Caching.Semantic;

/// <summary>Pairs of our own that share almost every word and have different answers, and some that have the same.</summary>
public class PolarityTests
{
    private static readonly (string A, string B, bool Same)[] Pairs = [.. Read()];

    [Fact]
    public void DifferentQuestions_AreNeverServedEachOthersAnswer()
    {
        (string A, string B, bool Same)[] different = [.. Pairs.Where(pair => !pair.Same)];
        different.Length.ShouldBeGreaterThanOrEqualTo(200);
        different.Where(pair => IsServed(pair.A, pair.B) || IsServed(pair.B, pair.A)).ShouldBeEmpty();
    }

    [Fact]
    public void SameQuestions_AreServedTheAnswer() =>
        Pairs.Where(pair => pair.Same && !(IsServed(pair.A, pair.B) && IsServed(pair.B, pair.A))).ShouldBeEmpty();

    [Fact]
    public void DifferentQuestions_StayApartUnderALooseThreshold() =>
        Pairs.Count(pair => !pair.Same && QuestionMatch.Of(pair.A, pair.B) is { Obstacle: null, Similarity: >= 0.95 }).ShouldBe(0);

    private static bool IsServed(string stored, string asked)
    {
        LlmCacheLayer cache = new(new LlmCacheOptions { Semantic = new SemanticCacheOptions() });
        cache.TrySet(CachingSamples.Key(stored), CachingSamples.Candidate(), out _).ShouldBeTrue();
        return cache.TryGet(CachingSamples.Key(asked), out _);
    }

    private static IEnumerable<(string A, string B, bool Same)> Read()
    {
        using StreamReader reader = new(typeof(PolarityTests).Assembly.GetManifestResourceStream("polarity.jsonl")!);
        while (reader.ReadLine() is { } line)
        {
            JsonElement pair = JsonElement.Parse(line);
            yield return (pair.GetProperty("a").GetString()!, pair.GetProperty("b").GetString()!, pair.GetProperty("same").GetBoolean());
        }
    }
}
