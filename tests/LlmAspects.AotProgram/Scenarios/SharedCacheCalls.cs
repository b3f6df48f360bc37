using LlmAspects.AotProgram.Recording;
using LlmAspects.Components;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.SecondTier;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Two caches on one distributed cache: what one stores, signed, the other serves, until its tenant is invalidated.</summary>
internal static class SharedCacheCalls
{
    public static async Task RunAsync(Transcript transcript)
    {
        var store = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var generations = new Generations();
        var (one, other) = (NewCache(store, generations), NewCache(store, generations));
        CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, "Why?")], new LlmChatOptions { Tenant = "contoso" }, out var key, out _);
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("Because."), new DataContent(new byte[] { 1, 2, 3 }, "image/png")]))
        {
            ModelId = "m",
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2 },
        };

        transcript.Note($"obstacle: {await one.SetAsync(key, new CacheCandidate(response) { Cost = 0.002m })}");
        var found = await other.GetAsync(key);
        transcript.Note($"elsewhere: {found?.Response.Text} {found?.Response.Messages[0].Contents.Count} contents, {found?.Cost} USD");
        await one.InvalidateTenantAsync("contoso");
        transcript.Note($"invalidated: {await other.GetAsync(key) is null}");
    }

    private static LlmCacheLayer NewCache(IDistributedCache store, ICacheGenerations generations) =>
        new(secondTier: new SecondCacheTier(store, generations, new SecondCacheTierOptions { SigningKey = new byte[32] }));

    private sealed class Generations : ICacheGenerations
    {
        private readonly Dictionary<string, long> _numbers = [];

        public bool TryGet(ReadOnlySpan<string> scopes, Span<long> generations)
        {
            for (var i = 0; i < scopes.Length; i++)
            {
                generations[i] = _numbers.GetValueOrDefault(scopes[i]);
            }

            return true;
        }

        public ValueTask<long[]> GetAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken) =>
            ValueTask.FromResult<long[]>([.. scopes.Select(scope => _numbers.GetValueOrDefault(scope))]);

        public ValueTask AdvanceAsync(string scope, CancellationToken cancellationToken)
        {
            _numbers[scope] = _numbers.GetValueOrDefault(scope) + 1;
            return ValueTask.CompletedTask;
        }
    }
}
