using LlmAspects.Components.Caching;

namespace LlmAspects.Components.Tests.Caching;

public class CacheInvalidationTests
{
    private readonly LlmCacheLayer _cache = new();

    [Fact]
    public async Task Tenant_IsInvalidatedAlone()
    {
        Store("a", "b");
        (await _cache.InvalidateTenantAsync("a")).ShouldBe(1);
        Has("a").ShouldBeFalse();
        Has("b").ShouldBeTrue();
        _cache.GetStatistics().Invalidated.ShouldBe(1);
    }

    [Fact]
    public async Task TenantWithoutName_IsATenantOfItsOwn()
    {
        Store("", "b");
        (await _cache.InvalidateTenantAsync("")).ShouldBe(1);
        Has("b").ShouldBeTrue();
    }

    [Fact]
    public async Task Tag_InvalidatesItsTenantsEntriesAlone()
    {
        CacheKey[] keys = [Key("a", "prices"), Key("a", "rules"), Key("b", "prices"), Key("a", "rules", "prices", "rules")];
        foreach (CacheKey key in keys)
        {
            _cache.TrySet(key, CachingSamples.Candidate(), out _).ShouldBeTrue();
        }

        // Tags are no part of the comparison: the last one has replaced the first.
        (await _cache.InvalidateTagAsync("a", "prices")).ShouldBe(1);
        _cache.TryGet(Key("a"), out _).ShouldBeFalse();
        _cache.TryGet(Key("b"), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task NamesThatRunIntoEachOther_AreKeptApart()
    {
        _cache.TrySet(Key("a", "b:c"), CachingSamples.Candidate(), out _);
        (await _cache.InvalidateTagAsync("a:b", "c")).ShouldBe(0);
        (await _cache.InvalidateTagAsync("a", "b:c")).ShouldBe(1);
    }

    [Fact]
    public async Task AnswerThatIsBeingMade_IsNotServedAfterwards()
    {
        TaskCompletionSource<CacheCandidate> model = new();
        Task<CachedAnswer> caller = _cache.GetOrCreateAsync(Key("a", "prices"), _ => model.Task);
        await _cache.InvalidateTagAsync("a", "prices");
        model.SetResult(CachingSamples.Candidate());
        (await caller).Response.Text.ShouldBe("Because.");
        _cache.TryGet(Key("a"), out _).ShouldBeFalse();
        _cache.TrySet(Key("a", "prices"), CachingSamples.Candidate(), out _);
        _cache.TryGet(Key("a"), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task ForgottenInvalidation_InvalidatesRatherTooMuch()
    {
        LocalCacheGenerations generations = new(capacity: 2);
        CacheStamp before = CacheStamp.TryTake(["tenant:a"], generations)!;
        await generations.AdvanceAsync("tenant:a", default);
        await generations.AdvanceAsync("tenant:b", default);
        CacheStamp untouched = CacheStamp.TryTake(["tenant:c"], generations)!;
        untouched.IsCurrent(generations).ShouldBe(true);
        await generations.AdvanceAsync("tenant:d", default);
        before.IsCurrent(generations).ShouldBe(false);
        untouched.IsCurrent(generations).ShouldBe(false);
        CacheStamp.TryTake(["tenant:c"], generations)!.IsCurrent(generations).ShouldBe(true);
    }

    private static CacheKey Key(string tenant, params string[] tags) => CachingSamples.Key(options: new LlmChatOptions { Tenant = tenant, CacheTags = tags });

    private void Store(params string[] tenants)
    {
        foreach (string tenant in tenants)
        {
            _cache.TrySet(Key(tenant), CachingSamples.Candidate(), out _).ShouldBeTrue();
        }
    }

    private bool Has(string tenant) => _cache.TryGet(Key(tenant), out _);
}
