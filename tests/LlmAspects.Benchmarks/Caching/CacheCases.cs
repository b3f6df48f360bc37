using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Components;
using LlmAspects.Components.Caching;
using Microsoft.Extensions.AI;

namespace LlmAspects.Benchmarks.Caching;

/// <summary>What a look-up and a key cost, and the least that each of them could.</summary>
internal sealed class CacheCases
{
    /// <summary>A dictionary of the same keys and a copy of the answer written for its one shape: no expiry, no admission, no counts, no trace.</summary>
    public const string Lookup = "dictionary and copy";

    public const string Hit = "TryGet, hit";
    public const string Read = "TryGet, hit, response read";
    public const string Miss = "TryGet, miss";

    /// <summary>SHA-256 over the text of a request of 2 kB, which keys of caches outside the process need.</summary>
    public const string Hash = "SHA-256 of 2 kB";

    public const string Key = "key of 2 kB";

    private const int Entries = 1_024;

    private readonly LlmCacheLayer _cache = new();
    private readonly CacheKey[] _keys = [.. Enumerable.Range(0, Entries).Select(static number => KeyOf($"What is the answer to question {number}?"))];
    private readonly CacheKey[] _unknown = [.. Enumerable.Range(0, Entries).Select(static number => KeyOf($"What is the answer to riddle {number}?"))];
    private readonly ConcurrentDictionary<CacheKey, ChatResponse> _dictionary = new();
    private readonly ChatMessage[] _long = [new(ChatRole.System, new string('s', 500)), new(ChatRole.User, new string('u', 1_500))];
    private readonly LlmChatOptions _options = new() { Temperature = 0.2f, MaxOutputTokens = 500, Tenant = "t" };

    private ChatResponse? _last;

    public CacheCases()
    {
        foreach (CacheKey key in _keys)
        {
            ChatResponse response = new(new ChatMessage(ChatRole.Assistant, "An answer of some words, as they are.")) { ModelId = "m", FinishReason = ChatFinishReason.Stop, Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 8 } };
            _dictionary[key] = response;
            _cache.TrySet(key, new CacheCandidate(response) { Cost = 0.001m }, out _);
        }
    }

    public IReadOnlyList<BenchmarkCase> All => [new(Lookup, RunLookup), new(Hit, count => RunTryGet(_keys, count)), new(Read, RunRead), new(Miss, count => RunTryGet(_unknown, count)), new(Hash, RunHash), new(Key, RunKey)];

    private static CacheKey KeyOf(string question) =>
        CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, question)], options: null, out CacheKey key, out string? obstacle) ? key : throw new InvalidOperationException(obstacle);

    private void RunLookup(int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (_dictionary.TryGetValue(_keys[i % Entries], out ChatResponse? response))
            {
                _last = Copy(response);
            }
        }
    }

    private static ChatResponse Copy(ChatResponse response) => new(new ChatMessage(ChatRole.Assistant, response.Text))
    {
        ModelId = response.ModelId,
        FinishReason = response.FinishReason,
        Usage = new UsageDetails { InputTokenCount = response.Usage!.InputTokenCount, OutputTokenCount = response.Usage.OutputTokenCount },
    };

    private void RunTryGet(CacheKey[] keys, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _cache.TryGet(keys[i % Entries], out _);
        }
    }

    private void RunRead(int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (_cache.TryGet(_keys[i % Entries], out CachedAnswer? answer))
            {
                _last = answer.Response;
            }
        }
    }

    private void RunHash(int count)
    {
        for (int i = 0; i < count; i++)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(_long[0].Text + _long[1].Text));
        }
    }

    private void RunKey(int count)
    {
        for (int i = 0; i < count; i++)
        {
            CacheKey.TryCreate(CacheTarget.Auto("1"), _long, _options, out _, out _);
        }
    }
}
