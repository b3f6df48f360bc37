using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LlmAspects.Components.Caching;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Caching;

public class SharedStreamTests
{
    private readonly LlmCacheLayer _cache = new();
    private readonly Channel<ChatResponseUpdate> _model = Channel.CreateUnbounded<ChatResponseUpdate>();
    private CancellationToken _modelToken;
    private int _calls;

    [Fact]
    public async Task ManyMissesAtOnce_OpenOneStream()
    {
        Task<List<ChatResponseUpdate>>[] callers = [.. Enumerable.Range(0, 1_000).Select(_ => ReadAsync())];
        Send("Be", "cause.");
        List<ChatResponseUpdate>[] answers = await Task.WhenAll(callers);

        _calls.ShouldBe(1);
        answers.ShouldAllBe(updates => string.Concat(updates) == "Because." && updates.Last().FinishReason == ChatFinishReason.Stop);
        answers.SelectMany(updates => updates).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(3_000);
        _cache.GetStatistics().Joined.ShouldBe(999);
        _cache.GetStatistics().TokensSaved.ShouldBe(999 * 5);
        _cache.TryGet(CachingSamples.Key(), out CachedAnswer? stored).ShouldBeTrue();
        (stored.Response.Text, stored.Response.ModelId, stored.Response.Usage!.OutputTokenCount).ShouldBe(("Because.", "model-a", 2));
    }

    [Fact]
    public async Task PlainCallsAndStreams_ShareOneCall()
    {
        Task<List<ChatResponseUpdate>> leader = ReadAsync();
        Task<CachedAnswer>[] plain = [.. Enumerable.Range(0, 500).Select(_ => _cache.GetOrCreateAsync(CachingSamples.Key(), NeverAsked))];
        Task<List<ChatResponseUpdate>>[] streams = [.. Enumerable.Range(0, 500).Select(_ => ReadAsync())];
        Send("Because.");

        (await Task.WhenAll(plain)).ShouldAllBe(answer => answer.Response.Text == "Because." && answer.Outcome == CacheOutcome.Joined);
        (await Task.WhenAll(streams)).ShouldAllBe(updates => string.Concat(updates) == "Because.");
        string.Concat(await leader).ShouldBe("Because.");
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task StreamBehindAPlainCall_GetsItsAnswer()
    {
        TaskCompletionSource<CacheCandidate> model = new();
        Task<CachedAnswer> leader = _cache.GetOrCreateAsync(CachingSamples.Key(), _ => model.Task);
        Task<List<ChatResponseUpdate>> stream = ReadAsync();
        model.SetResult(CachingSamples.Candidate());
        string.Concat(await stream).ShouldBe("Because.");
        (await leader).Outcome.ShouldBe(CacheOutcome.Miss);
        _calls.ShouldBe(0);
    }

    [Fact]
    public async Task LateJoiner_GetsTheStreamFromItsStart()
    {
        await using IAsyncEnumerator<ChatResponseUpdate> leader = Open().GetAsyncEnumerator();
        _model.Writer.TryWrite(CachingSamples.Updates("Be")[0]);
        (await leader.MoveNextAsync()).ShouldBeTrue();
        Task<List<ChatResponseUpdate>> late = ReadAsync();
        Send("cause.");
        string.Concat(await late).ShouldBe("Because.");
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task StoredAnswer_IsStreamed()
    {
        _cache.TrySet(CachingSamples.Key(), CachingSamples.Candidate(), out _);
        string.Concat(await ReadAsync()).ShouldBe("Because.");
        _calls.ShouldBe(0);
        _cache.GetStatistics().Hits.ShouldBe(1);
    }

    [Fact]
    public async Task WhatACallerDoesToItsUpdates_ReachesNobody()
    {
        Task<List<ChatResponseUpdate>> follower = null!;
        await foreach (ChatResponseUpdate update in Open())
        {
            follower ??= ReadAsync();
            update.Contents.Clear();
            update.Contents.Add(new TextContent("spoiled"));
        }

        string.Concat(await follower).ShouldBe("Because.");
        string.Concat(await ReadAsync()).ShouldBe("Because.");

        IAsyncEnumerable<ChatResponseUpdate> Open()
        {
            Send("Because.");
            return this.Open();
        }
    }

    [Fact]
    public async Task LeaderWhoLeaves_TakesTheStreamFromNobody()
    {
        IAsyncEnumerator<ChatResponseUpdate> leader = Open().GetAsyncEnumerator();
        _model.Writer.TryWrite(CachingSamples.Updates("Be")[0]);
        (await leader.MoveNextAsync()).ShouldBeTrue();
        Task<List<ChatResponseUpdate>> follower = ReadAsync();
        await leader.DisposeAsync();
        _modelToken.IsCancellationRequested.ShouldBeFalse();
        Send("cause.");
        string.Concat(await follower).ShouldBe("Because.");
    }

    [Fact]
    public async Task LastReaderWhoLeaves_EndsTheStream()
    {
        using CancellationTokenSource both = new();
        Task<List<ChatResponseUpdate>> first = ReadAsync(both.Token);
        Task<List<ChatResponseUpdate>> second = ReadAsync(both.Token);
        await both.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        await Should.ThrowAsync<OperationCanceledException>(second);
        _modelToken.IsCancellationRequested.ShouldBeTrue();
        _cache.TryGet(CachingSamples.Key(), out _).ShouldBeFalse();
    }

    [Fact]
    public async Task BrokenStream_ReachesThoseWhoReadAndIsNotKept()
    {
        Task<List<ChatResponseUpdate>> first = ReadAsync();
        Task<List<ChatResponseUpdate>> second = ReadAsync();
        InvalidOperationException error = new("down");
        _model.Writer.TryWrite(CachingSamples.Updates("Be")[0]);
        _model.Writer.Complete(error);
        (await Should.ThrowAsync<InvalidOperationException>(first)).ShouldBeSameAs(error);
        (await Should.ThrowAsync<InvalidOperationException>(second)).ShouldBeSameAs(error);
        _cache.TryGet(CachingSamples.Key(), out _).ShouldBeFalse();
        (await _cache.GetOrCreateAsync(CachingSamples.Key(), _ => Task.FromResult(CachingSamples.Candidate()))).Outcome.ShouldBe(CacheOutcome.Miss);
    }

    [Fact]
    public async Task ContentThatCannotBeCopied_StaysTheLeadersOwn()
    {
        Task<List<ChatResponseUpdate>> leader = ReadAsync();
        Task<List<ChatResponseUpdate>> follower = ReadAsync();
        ChatResponseUpdate odd = new(ChatRole.Assistant, [new ErrorContent("x")]);
        _model.Writer.TryWrite(odd);
        Send("Because.");
        (await leader)[0].ShouldBeSameAs(odd);
        (await Should.ThrowAsync<LlmCacheException>(follower)).ErrorCode.ShouldBe("stream_not_shareable");
    }

    [Fact]
    public async Task StreamPastTheBound_WaitsForItsSlowestReaderAndIsJoinedByNobody()
    {
        LlmCacheLayer small = new(new LlmCacheOptions { MaxEntryBytes = 1024 });
        int sent = 0;
        await using IAsyncEnumerator<ChatResponseUpdate> slow = small.GetOrStreamAsync(CachingSamples.Key(), Endless).GetAsyncEnumerator();
        (await slow.MoveNextAsync()).ShouldBeTrue();
        sent.ShouldBeInRange(2, 6);
        for (int i = 0; i < 50; i++)
        {
            (await slow.MoveNextAsync()).ShouldBeTrue();
            slow.Current.Text.Length.ShouldBe(100);
        }

        sent.ShouldBeInRange(50, 60);
        await using IAsyncEnumerator<ChatResponseUpdate> late = small.GetOrStreamAsync(CachingSamples.Key(), Endless).GetAsyncEnumerator();
        (await late.MoveNextAsync()).ShouldBeTrue();
        _calls.ShouldBe(2);

        async IAsyncEnumerable<ChatResponseUpdate> Endless([EnumeratorCancellation] CancellationToken token)
        {
            _calls++;
            while (true)
            {
                token.ThrowIfCancellationRequested();
                await Task.CompletedTask;
                sent++;
                yield return new ChatResponseUpdate(ChatRole.Assistant, new string('x', 100));
            }
        }
    }

    private static Task<CacheCandidate> NeverAsked(CancellationToken cancellationToken) => throw new InvalidOperationException("The stream under way has the answer.");

    private void Send(params string[] words)
    {
        foreach (ChatResponseUpdate update in CachingSamples.Updates(words))
        {
            _model.Writer.TryWrite(update);
        }

        _model.Writer.TryComplete();
    }

    private IAsyncEnumerable<ChatResponseUpdate> Open(CancellationToken cancellationToken = default) => _cache.GetOrStreamAsync(
        CachingSamples.Key(),
        token =>
        {
            _modelToken = token;
            Interlocked.Increment(ref _calls);
            return _model.Reader.ReadAllAsync(token);
        },
        cancellationToken: cancellationToken);

    private async Task<List<ChatResponseUpdate>> ReadAsync(CancellationToken cancellationToken = default)
    {
        List<ChatResponseUpdate> updates = [];
        await foreach (ChatResponseUpdate update in Open(cancellationToken))
        {
            updates.Add(update);
        }

        return updates;
    }
}
