using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.Semantic;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Caching.Semantic;

public class SemanticTierTests
{
    private const string Stored = "How do I learn Spanish?";
    private const string Asked = "What is the best way to learn Spanish?";

    private readonly FakeTimeProvider _time = new();
    private readonly LlmCacheLayer _cache;

    public SemanticTierTests() => _cache = new(new LlmCacheOptions { Semantic = new SemanticCacheOptions() }, _time);

    [Fact]
    public void SameQuestionInOtherWords_IsASimilarHit()
    {
        Store(Stored);
        _cache.TryGet(CachingSamples.Key(Asked), out CachedAnswer? answer).ShouldBeTrue();
        (answer.Outcome, answer.Similarity, answer.Response.Text).ShouldBe((CacheOutcome.Similar, 1.0, "Because."));
        _cache.TryGet(CachingSamples.Key(Stored), out answer).ShouldBeTrue();
        (answer.Outcome, answer.Similarity).ShouldBe((CacheOutcome.Hit, null));
        CacheStatistics statistics = _cache.GetStatistics();
        (statistics.Hits, statistics.Similar, statistics.Misses).ShouldBe((2, 1, 0));
    }

    [Fact]
    public void WithoutTheOption_WordsMustBeEqual()
    {
        LlmCacheLayer exact = new();
        exact.TrySet(CachingSamples.Key(Stored), CachingSamples.Candidate(), out _);
        exact.TryGet(CachingSamples.Key(Asked), out _).ShouldBeFalse();
    }

    public static TheoryData<string, ChatOptions?, CacheTarget> OtherRequests => new()
    {
        { "tenant", new LlmChatOptions { Tenant = "b" }, CacheTarget.Auto("1") },
        { "instructions", new ChatOptions { Instructions = "Be brief." }, CacheTarget.Auto("1") },
        { "pinned model", null, CacheTarget.Pinned("1") },
        { "other catalogue", null, CacheTarget.Auto("2") },
    };

    [Theory]
    [MemberData(nameof(OtherRequests))]
    public void AnythingElseOfTheRequest_MustBeEqual(string what, ChatOptions? options, CacheTarget target)
    {
        Store(Stored);
        _cache.TryGet(CachingSamples.Key(Asked, options, target), out _).ShouldBeFalse(what);
    }

    [Fact]
    public void History_MustBeEqual()
    {
        _cache.TrySet(KeyOf("We speak of Rome.", Stored), CachingSamples.Candidate(), out _).ShouldBeTrue();
        _cache.TryGet(KeyOf("We speak of Oslo.", Asked), out _).ShouldBeFalse();
        _cache.TryGet(KeyOf("We speak of Rome.", Asked), out _).ShouldBeTrue();

        static CacheKey KeyOf(params string[] texts)
        {
            CacheKey.TryCreate(CacheTarget.Auto("1"), texts.Select(text => new ChatMessage(ChatRole.User, text)), null, out CacheKey key, out _).ShouldBeTrue();
            return key;
        }
    }

    [Fact]
    public void QuestionInATemplate_IsComparedWithoutIt()
    {
        CacheKey stored = KeyOf(Stored);
        stored.Question.ToString().ShouldBe(Stored);
        _cache.TrySet(stored, CachingSamples.Candidate(), out _);
        _cache.TryGet(KeyOf(Asked), out _).ShouldBeTrue();
        _cache.TryGet(KeyOf("How do I forget Spanish?"), out _).ShouldBeFalse();

        static CacheKey KeyOf(string question)
        {
            string text = $"Answer as well as you can, with sources, in at most a hundred words, and say when you do not know: {question} Thank you.";
            CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, text)], null, question, out CacheKey key, out _).ShouldBeTrue();
            return key;
        }
    }

    [Fact]
    public async Task EntryThatIsGone_IsNotServed()
    {
        Store(Stored);
        _time.Advance(TimeSpan.FromHours(24));
        _cache.TryGet(CachingSamples.Key(Asked), out _).ShouldBeFalse();
        Store(Stored);
        await _cache.InvalidateTenantAsync("");
        _cache.TryGet(CachingSamples.Key(Asked), out _).ShouldBeFalse();
    }

    [Fact]
    public void SimilarityThatProvesBad_IsNotServedAnyMore()
    {
        Store(Stored);
        for (int i = 0; i < 20; i++)
        {
            _cache.ReportSimilarHit("", 1, wasRight: i % 2 == 0);
        }

        _cache.TryGet(CachingSamples.Key(Asked), out _).ShouldBeFalse();
        _cache.ReportSimilarHit("b", 1, wasRight: true);
        Should.Throw<ArgumentOutOfRangeException>(() => _cache.ReportSimilarHit("", double.NaN, wasRight: true));
    }

    [Theory]
    [InlineData("How do I repair a broken bicycle chain?", "How do I repair a broken bicylce chain?", 0.8, true)]
    [InlineData("How do I repair a broken bicycle chain?", "How do I repair a broken bicylce chain?", 1, false)]
    [InlineData("How do I repair a broken bicycle chain?", "How do I repair a broken bicycle wheel?", 0.8, false)]
    public void WordsThatAreOnlyAlike_CountInPart(string stored, string asked, double threshold, bool isServed)
    {
        LlmCacheLayer cache = new(new LlmCacheOptions { Semantic = new SemanticCacheOptions { MinSimilarity = threshold } });
        cache.TrySet(CachingSamples.Key(stored), CachingSamples.Candidate(), out _);
        cache.TryGet(CachingSamples.Key(asked), out CachedAnswer? answer).ShouldBe(isServed);
        if (isServed)
        {
            answer!.Similarity!.Value.ShouldBeInRange(threshold, 0.999);
        }
    }

    [Fact]
    public void Index_IsBoundedAndLooksAtFewQuestions()
    {
        QuestionIndex index = new(capacity: 100);
        for (int i = 0; i < 1_000; i++)
        {
            string question = $"How do I water plant{i}?";
            index.Add(CachingSamples.Key(question), QuestionForm.Of(question));
        }

        index.Candidates(CachingSamples.Key("x"), QuestionForm.Of("How can I water plant999?"), 1).Count.ShouldBe(1);
        index.Candidates(CachingSamples.Key("x"), QuestionForm.Of("How can I water plant5?"), 1).ShouldBeEmpty();
        index.Candidates(CachingSamples.Key("x"), QuestionForm.Of("How can I water them?"), 0.5).Count.ShouldBeLessThanOrEqualTo(64);
    }

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        SemanticCacheOptions options = new();
        (options.MinSimilarity, options.MaxFalseHitRate, options.Confidence).ShouldBe((1, 0.05, 0.95));
        new LlmCacheOptions().Semantic.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmCacheLayer(new LlmCacheOptions { Semantic = new SemanticCacheOptions { MinSimilarity = 0 } }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmCacheLayer(new LlmCacheOptions { Semantic = new SemanticCacheOptions { MaxFalseHitRate = 1 } }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmCacheLayer(new LlmCacheOptions { Semantic = new SemanticCacheOptions { Confidence = 0.4 } }));
    }

    private void Store(string question) => _cache.TrySet(CachingSamples.Key(question), CachingSamples.Candidate(), out _).ShouldBeTrue();
}
