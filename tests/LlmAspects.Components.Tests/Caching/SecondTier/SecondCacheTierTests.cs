using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.SecondTier;
using LlmAspects.Components.Caching.Semantic;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Caching.SecondTier;

public class SecondCacheTierTests
{
    private readonly MemoryStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly LocalCacheGenerations _generations = new(100);

    [Fact]
    public async Task AnswerOfAnotherProcess_IsServedWhole()
    {
        ChatResponse response = CachingSamples.Response();
        response.ResponseId = "r";
        response.AdditionalProperties = new() { [ResponseProperties.ProviderModel] = "m-1", ["n"] = 7L };
        response.Messages[0].Contents[0].Annotations =
        [
            new DocumentCitation { FileId = "a.md", SourceStart = 3, SourceEnd = 9, AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = 0, EndIndex = 8 }] },
            new CitationAnnotation { Title = "t" },
        ];
        response.Messages[0].Contents.Add(new DataContent(new byte[] { 1, 2, 3 }, "image/png"));
        (await Process(out _).SetAsync(CachingSamples.Key(), new CacheCandidate(response) { Cost = 0.25m, Quality = CachingSamples.Quality(0.9) })).ShouldBeNull();

        LlmCacheLayer other = Process(out SecondCacheTier tier);
        CachedAnswer answer = (await other.GetAsync(CachingSamples.Key())).ShouldNotBeNull();
        (answer.Outcome, answer.Response.Text, answer.Response.ModelId, answer.Response.ResponseId, answer.Cost).ShouldBe((CacheOutcome.Hit, "Because.", "model-a", "r", 0.25m));
        (answer.Response.FinishReason, answer.Response.Usage!.OutputTokenCount, answer.Quality!.Groundedness).ShouldBe((ChatFinishReason.Stop, 2, CachingSamples.Quality(0.9).Groundedness));
        (answer.Response.AdditionalProperties![ResponseProperties.ProviderModel], answer.Response.AdditionalProperties["n"]).ShouldBe(("m-1", 7L));
        DocumentCitation citation = answer.Response.Messages[0].Contents[0].Annotations![0].ShouldBeOfType<DocumentCitation>();
        (citation.FileId, citation.SourceStart, citation.SourceEnd).ShouldBe(("a.md", 3, 9));
        answer.Response.Messages[0].Contents[1].ShouldBeOfType<DataContent>().Data.ToArray().ShouldBe([1, 2, 3]);
        (tier.Hits, other.GetStatistics().Hits, other.GetStatistics().Misses).ShouldBe((1, 1, 0));

        // From now on it is in this process, too.
        _store.Values.Clear();
        (await other.GetAsync(CachingSamples.Key())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Misses_AskTheSecondTierOnceAndTheModelNever()
    {
        await Process(out _).SetAsync(CachingSamples.Key(), CachingSamples.Candidate());
        LlmCacheLayer other = Process(out SecondCacheTier tier);
        CachedAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => other.GetOrCreateAsync(CachingSamples.Key(), NeverAsked)));
        answers.ShouldAllBe(answer => answer.Outcome == CacheOutcome.Hit);
        tier.Hits.ShouldBe(1);
        (await other.GetOrStreamAsync(CachingSamples.Key(), _ => throw new InvalidOperationException()).ToChatResponseAsync()).Text.ShouldBe("Because.");
    }

    [Fact]
    public async Task FreshAnswer_IsStoredForAsLongAsItIsServed()
    {
        await Process(out _).GetOrCreateAsync(CachingSamples.Key(), _ => Task.FromResult(CachingSamples.Candidate()));
        string name = _store.Values.ShouldHaveSingleItem().Key;
        name.ShouldStartWith("llmaspects:cache:");
        name.Length.ShouldBe("llmaspects:cache:".Length + 64);
        _store.Lifetime.ShouldBe(TimeSpan.FromHours(24));
        _time.Advance(TimeSpan.FromHours(24));
        (await Process(out _).GetAsync(CachingSamples.Key())).ShouldBeNull();
    }

    public static TheoryData<string, Func<byte[], byte[]>> Damages => new()
    {
        { "empty", _ => [] },
        { "foreign", _ => "OK, something else altogether that is long enough to be an entry, but is none of ours at all."u8.ToArray() },
        { "cut off", bytes => bytes[..^1] },
        { "half", bytes => bytes[..(bytes.Length / 2)] },
        { "longer", bytes => [.. bytes, 0] },
        { "another version", bytes => Change(bytes, 4) },
        { "another key", bytes => Change(bytes, 10) },
        { "changed answer", bytes => Change(bytes, bytes.Length / 2) },
        { "changed checksum", bytes => Change(bytes, bytes.Length - 1) },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task DamagedEntry_IsAMissThatIsCounted(string what, Func<byte[], byte[]> damage)
    {
        await Process(out _).SetAsync(CachingSamples.Key(), CachingSamples.Candidate());
        string name = _store.Values.Keys.Single();
        _store.Values[name] = damage(_store.Values[name]);
        LlmCacheLayer other = Process(out SecondCacheTier tier);
        (await other.GetOrCreateAsync(CachingSamples.Key(), _ => Task.FromResult(CachingSamples.Candidate("anew")))).Response.Text.ShouldBe("anew", what);
        (tier.Rejected, tier.Hits, tier.Failed).ShouldBe((1, 0, 0), what);
        (await Process(out _).GetAsync(CachingSamples.Key())).ShouldNotBeNull().Response.Text.ShouldBe("anew", what);
    }

    [Fact]
    public async Task EntryUnderTheNameOfAnother_IsAMiss()
    {
        LlmCacheLayer cache = Process(out _);
        await cache.SetAsync(CachingSamples.Key("a"), CachingSamples.Candidate("a"));
        string a = _store.Values.Keys.Single();
        await cache.SetAsync(CachingSamples.Key("b"), CachingSamples.Candidate("b"));
        string b = _store.Values.Keys.Single(name => name != a);
        _store.Values[b] = _store.Values[a];
        (await Process(out SecondCacheTier tier).GetAsync(CachingSamples.Key("b"))).ShouldBeNull();
        tier.Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task ForgedEntry_DoesNotOpenWithASigningKey()
    {
        byte[] secret = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];
        await Process(out _).SetAsync(CachingSamples.Key(), CachingSamples.Candidate("forged"));
        (await Process(out SecondCacheTier tier, secret).GetAsync(CachingSamples.Key())).ShouldBeNull();
        tier.Rejected.ShouldBe(1);
        await Process(out _, secret).SetAsync(CachingSamples.Key(), CachingSamples.Candidate("ours"));
        (await Process(out _, secret).GetAsync(CachingSamples.Key())).ShouldNotBeNull().Response.Text.ShouldBe("ours");
    }

    [Fact]
    public async Task Invalidation_ReachesWhatIsStoredAndWhatOtherProcessesHold()
    {
        ChatOptions scope = new LlmChatOptions { Tenant = "t", CacheTags = ["prices"] };
        LlmCacheLayer first = Process(out _);
        LlmCacheLayer second = Process(out _);
        await first.SetAsync(CachingSamples.Key(options: scope), CachingSamples.Candidate());
        (await second.GetAsync(CachingSamples.Key(options: scope))).ShouldNotBeNull();
        await first.InvalidateTagAsync("t", "prices");
        (await second.GetAsync(CachingSamples.Key(options: scope))).ShouldBeNull();
        (await Process(out _).GetAsync(CachingSamples.Key(options: scope))).ShouldBeNull();
    }

    [Fact]
    public async Task EqualQuestionOfAnotherProcess_ComesBeforeASimilarOneOfThisOne()
    {
        await Process(out _).SetAsync(CachingSamples.Key("How do I learn Spanish?"), CachingSamples.Candidate("equal"));
        LlmCacheLayer cache = new(new LlmCacheOptions { Semantic = new SemanticCacheOptions() }, _time, new SecondCacheTier(_store, _generations, timeProvider: _time));
        await cache.SetAsync(CachingSamples.Key("What is the best way to learn Spanish?"), CachingSamples.Candidate("similar"));
        CachedAnswer equal = (await cache.GetAsync(CachingSamples.Key("How do I learn Spanish?"))).ShouldNotBeNull();
        (equal.Outcome, equal.Response.Text).ShouldBe((CacheOutcome.Hit, "equal"));
        CachedAnswer similar = await cache.GetOrCreateAsync(CachingSamples.Key("How can one learn Spanish?"), NeverAsked);
        (similar.Outcome, similar.Similarity).ShouldBe((CacheOutcome.Similar, 1.0));
        CacheStatistics statistics = cache.GetStatistics();
        (statistics.Hits, statistics.Similar, statistics.Misses).ShouldBe((2, 1, 0));
    }

    [Fact]
    public async Task StoreThatFails_IsAMissAndNoError()
    {
        _store.Error = new InvalidOperationException("down");
        LlmCacheLayer cache = Process(out SecondCacheTier tier);
        (await cache.GetOrCreateAsync(CachingSamples.Key(), _ => Task.FromResult(CachingSamples.Candidate()))).Outcome.ShouldBe(CacheOutcome.Miss);
        tier.Failed.ShouldBe(2);
        (await cache.GetAsync(CachingSamples.Key())).ShouldNotBeNull();
    }

    [Fact]
    public async Task StoreThatDoesNotAnswer_HoldsNobodyUpForLong()
    {
        TaskCompletionSource never = new();
        _store.Gate = never.Task;
        LlmCacheLayer cache = Process(out SecondCacheTier tier);
        Task<CachedAnswer?> caller = cache.GetAsync(CachingSamples.Key()).AsTask();
        caller.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(250));
        (await caller).ShouldBeNull();
        tier.Failed.ShouldBe(1);
    }

    [Fact]
    public async Task CallerWhoLeaves_IsNoFailureOfTheStore()
    {
        _store.Gate = new TaskCompletionSource().Task;
        using CancellationTokenSource source = new();
        LlmCacheLayer cache = Process(out SecondCacheTier tier);
        Task<CachedAnswer?> caller = cache.GetAsync(CachingSamples.Key(), source.Token).AsTask();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(caller);
        tier.Failed.ShouldBe(0);
    }

    [Fact]
    public void Options_AreChecked()
    {
        SecondCacheTierOptions options = new();
        (options.KeyPrefix, options.Timeout, options.SigningKey.Length).ShouldBe(("llmaspects:cache:", TimeSpan.FromMilliseconds(250), 0));
        Should.Throw<ArgumentException>(() => new SecondCacheTier(_store, _generations, options with { KeyPrefix = "" }));
        Should.Throw<ArgumentException>(() => new SecondCacheTier(_store, _generations, options with { Timeout = TimeSpan.Zero }));
        Should.Throw<ArgumentException>(() => new SecondCacheTier(_store, _generations, options with { SigningKey = new byte[8] }));
    }

    private static Task<CacheCandidate> NeverAsked(CancellationToken cancellationToken) => throw new InvalidOperationException("The answer is stored.");

    private static byte[] Change(byte[] bytes, int place)
    {
        byte[] changed = [.. bytes];
        changed[place] ^= 1;
        return changed;
    }

    private LlmCacheLayer Process(out SecondCacheTier tier, byte[]? secret = null)
    {
        tier = new SecondCacheTier(_store, _generations, new SecondCacheTierOptions { SigningKey = secret }, _time);
        return new LlmCacheLayer(timeProvider: _time, secondTier: tier);
    }
}
