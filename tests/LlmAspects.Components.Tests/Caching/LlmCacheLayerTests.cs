using LlmAspects.Components.Caching;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Caching;

public class LlmCacheLayerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void StoredAnswer_IsServedWithItsModelAndScore()
    {
        LlmCacheLayer cache = new();
        cache.TrySet(CachingSamples.Key(), CachingSamples.Candidate() with { Quality = CachingSamples.Quality(0.9) }, out _).ShouldBeTrue();
        cache.TryGet(CachingSamples.Key(), out CachedAnswer? answer).ShouldBeTrue();
        answer.Response.Text.ShouldBe("Because.");
        answer.Response.ModelId.ShouldBe("model-a");
        answer.Quality!.Groundedness.Value.ShouldBe(0.9);
        answer.Outcome.ShouldBe(CacheOutcome.Hit);
    }

    [Fact]
    public void AnotherRequest_Misses()
    {
        LlmCacheLayer cache = new();
        cache.TrySet(CachingSamples.Key("Why?"), CachingSamples.Candidate(), out _);
        cache.TryGet(CachingSamples.Key("why?"), out _).ShouldBeFalse();
    }

    [Fact]
    public void Hit_IsADeepCopy()
    {
        LlmCacheLayer cache = new();
        ChatResponse original = CachingSamples.Response();
        original.Messages[0].Contents[0].Annotations = [new CitationAnnotation { FileId = "a.md", AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = 0, EndIndex = 8 }] }];
        cache.TrySet(CachingSamples.Key(), new CacheCandidate(original), out _).ShouldBeTrue();
        Spoil(original);
        cache.TryGet(CachingSamples.Key(), out CachedAnswer? first).ShouldBeTrue();
        Spoil(first.Response);

        cache.TryGet(CachingSamples.Key(), out CachedAnswer? second).ShouldBeTrue();
        second.Response.Text.ShouldBe("Because.");
        second.Response.Usage!.InputTokenCount.ShouldBe(3);
        second.Response.Messages[0].Contents[0].Annotations!.ShouldHaveSingleItem().ShouldBeOfType<CitationAnnotation>().FileId.ShouldBe("a.md");
    }

    [Fact]
    public async Task EntryPastItsTimeOnTheSystemClock_IsDropped()
    {
        LlmCacheLayer cache = new(new LlmCacheOptions { TimeToLive = TimeSpan.FromMilliseconds(20) });
        cache.TrySet(CachingSamples.Key(), CachingSamples.Candidate(), out _).ShouldBeTrue();
        await Eventually.GetAsync("the end of the entry", () => Task.FromResult(cache.TryGet(CachingSamples.Key(), out _) ? null : "gone"), () => "The entry is still served.");
        cache.GetStatistics().Expired.ShouldBe(1);
    }

    [Fact]
    public void Response_IsCopiedOnceForEachAnswer_AndNotBeforeItIsRead()
    {
        LlmCacheLayer cache = new();
        CacheKey key = CachingSamples.Key();
        cache.TrySet(key, new CacheCandidate(new ChatResponse(new ChatMessage(ChatRole.Assistant, new string('a', 1_000))) { FinishReason = ChatFinishReason.Stop }), out _).ShouldBeTrue();
        cache.TryGet(key, out CachedAnswer? one).ShouldBeTrue();
        cache.TryGet(key, out CachedAnswer? other).ShouldBeTrue();
        one.Response.ShouldBeSameAs(one.Response);
        other.Response.ShouldNotBeSameAs(one.Response);

        int hits = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            hits += cache.TryGet(key, out _) ? 1 : 0;
        }

        hits.ShouldBe(1_000);
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000).ShouldBeLessThan(128);
    }

    [Fact]
    public void EntryPastItsTime_IsDropped()
    {
        LlmCacheLayer cache = new(new LlmCacheOptions { TimeToLive = TimeSpan.FromMinutes(1) }, _time);
        cache.TrySet(CachingSamples.Key(), CachingSamples.Candidate(), out _);
        _time.Advance(TimeSpan.FromSeconds(59));
        cache.TryGet(CachingSamples.Key(), out _).ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(1));
        cache.TryGet(CachingSamples.Key(), out _).ShouldBeFalse();
        CacheStatistics statistics = cache.GetStatistics();
        statistics.Expired.ShouldBe(1);
        statistics.Count.ShouldBe(0);
    }

    public static TheoryData<string, CacheCandidate> Unstorable => new()
    {
        { "finish reason", new(Change(response => response.FinishReason = null)) },
        { "cut off", new(Change(response => response.FinishReason = ChatFinishReason.Length)) },
        { "functions", new(Change(response => response.Messages[0].Contents.Add(new FunctionCallContent("1", "f")))) },
        { "filter", new(Change(response => response.FinishReason = ChatFinishReason.ContentFilter)) },
        { "text", new(CachingSamples.Response(" ")) },
        { "no answer", new(Change(response => response.AdditionalProperties = new() { [ResponseProperties.Answered] = false })) },
        { "pinned", new(CachingSamples.Response()) { PinnedModelId = "model-b" } },
        { "groundedness", new(CachingSamples.Response()) { Quality = CachingSamples.Quality(0.49) } },
        { "bytes", new(CachingSamples.Response(new string('x', 200_000))) },
        { "copied", new(Change(response => response.Messages[0].Contents.Add(new ErrorContent("x")))) },
    };

    [Theory]
    [MemberData(nameof(Unstorable))]
    public void UnstorableAnswer_IsRefusedWithTheReason(string word, CacheCandidate candidate)
    {
        LlmCacheLayer cache = new();
        cache.TrySet(CachingSamples.Key(), candidate, out string? obstacle).ShouldBeFalse();
        obstacle.ShouldNotBeNull().ShouldContain(word);
        cache.TryGet(CachingSamples.Key(), out _).ShouldBeFalse();
        cache.GetStatistics().Rejected.ShouldBe(1);
    }

    [Fact]
    public void MissingQuality_IsNotJudged() =>
        new LlmCacheLayer().TrySet(CachingSamples.Key(), CachingSamples.Candidate() with { Quality = CachingSamples.Quality(null) }, out _).ShouldBeTrue();

    [Fact]
    public void MoreThanMaxEntries_StaysBounded()
    {
        LlmCacheLayer cache = new(new LlmCacheOptions { MaxEntries = 10, ForegroundMaintenance = true });
        for (int i = 0; i < 1_000; i++)
        {
            cache.TrySet(CachingSamples.Key($"q{i}"), CachingSamples.Candidate(), out _);
        }

        CacheStatistics statistics = cache.GetStatistics();
        statistics.Count.ShouldBeLessThanOrEqualTo(10);
        statistics.Stored.ShouldBe(1_000);
    }

    [Fact]
    public void Remove_DropsOneEntry()
    {
        LlmCacheLayer cache = new();
        cache.TrySet(CachingSamples.Key("a"), CachingSamples.Candidate(), out _);
        cache.TrySet(CachingSamples.Key("b"), CachingSamples.Candidate(), out _);
        cache.Remove(CachingSamples.Key("a")).ShouldBeTrue();
        cache.Remove(CachingSamples.Key("a")).ShouldBeFalse();
        cache.TryGet(CachingSamples.Key("b"), out _).ShouldBeTrue();
    }

    [Fact]
    public void RemoveExpired_DropsWhatNobodyAsksFor()
    {
        LlmCacheLayer cache = new(timeProvider: _time);
        cache.TrySet(CachingSamples.Key("old"), CachingSamples.Candidate(), out _);
        _time.Advance(TimeSpan.FromHours(12));
        cache.TrySet(CachingSamples.Key("young"), CachingSamples.Candidate(), out _);
        _time.Advance(TimeSpan.FromHours(12));
        cache.RemoveExpired().ShouldBe(1);
        cache.GetStatistics().Count.ShouldBe(1);
    }

    [Fact]
    public void Hits_SaveTheirCost()
    {
        LlmCacheLayer cache = new();
        cache.TrySet(CachingSamples.Key(), CachingSamples.Candidate(cost: 0.25m), out _);
        cache.TryGet(CachingSamples.Key(), out _);
        cache.TryGet(CachingSamples.Key(), out _);
        cache.TryGet(CachingSamples.Key("other"), out _);
        CacheStatistics statistics = cache.GetStatistics();
        statistics.CostSaved.ShouldBe(0.5m);
        statistics.TokensSaved.ShouldBe(10);
        statistics.HitRatio.ShouldNotBeNull().ShouldBe(2 / 3.0, 1e-9);
    }

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        LlmCacheOptions options = new();
        options.MaxEntries.ShouldBe(10_000);
        options.TimeToLive.ShouldBe(TimeSpan.FromHours(24));
        options.MaxEntryBytes.ShouldBe(262_144);
        options.MinGroundedness.ShouldBe(0.5);
        options.ForegroundMaintenance.ShouldBeFalse();
    }

    [Fact]
    public void OptionOutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmCacheLayer(new LlmCacheOptions { MaxEntries = 2 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmCacheLayer(new LlmCacheOptions { TimeToLive = TimeSpan.Zero }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmCacheLayer(new LlmCacheOptions { MaxEntryBytes = 10 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new LlmCacheLayer(new LlmCacheOptions { MinGroundedness = double.NaN }));
    }

    private static ChatResponse Change(Action<ChatResponse> change)
    {
        ChatResponse response = CachingSamples.Response();
        change(response);
        return response;
    }

    private static void Spoil(ChatResponse response)
    {
        ((TextContent)response.Messages[0].Contents[0]).Text = "spoiled";
        response.Messages[0].Contents[0].Annotations?.Clear();
        response.Usage!.InputTokenCount = 99;
        response.Messages.Add(new ChatMessage(ChatRole.Assistant, "more"));
    }
}
