using System.Diagnostics;
using LlmAspects.Components.Caching;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Caching;

public class SingleFlightTests
{
    private readonly LlmCacheLayer _cache = new();
    private readonly TaskCompletionSource<CacheCandidate> _model = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _modelToken;
    private int _calls;

    [Fact]
    public async Task ManyMissesAtOnce_MakeOneCall()
    {
        Task<CachedAnswer>[] callers = [.. Enumerable.Range(0, 1_000).Select(_ => Ask())];
        _model.SetResult(CachingSamples.Candidate(cost: 1m));
        CachedAnswer[] answers = await Task.WhenAll(callers);
        _calls.ShouldBe(1);
        answers.Count(answer => answer.Outcome == CacheOutcome.Miss).ShouldBe(1);
        answers.Count(answer => answer.Outcome == CacheOutcome.Joined).ShouldBe(999);
        answers.Select(answer => answer.Response).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1_000);
        _cache.GetStatistics().CostSaved.ShouldBe(999m);
        (await Ask()).Outcome.ShouldBe(CacheOutcome.Hit);
    }

    [Fact]
    public async Task FirstCallerWhoLeaves_TakesTheAnswerFromNobody()
    {
        using CancellationTokenSource first = new();
        Task<CachedAnswer> leader = Ask(first.Token);
        Task<CachedAnswer> follower = Ask();
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leader);
        _modelToken.IsCancellationRequested.ShouldBeFalse();
        _model.SetResult(CachingSamples.Candidate());
        (await follower).Response.Text.ShouldBe("Because.");
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task LastCallerWhoLeaves_CancelsTheCall()
    {
        using CancellationTokenSource both = new();
        Task<CachedAnswer> leader = Ask(both.Token);
        Task<CachedAnswer> follower = Ask(both.Token);
        await both.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leader);
        await Should.ThrowAsync<OperationCanceledException>(follower);
        _modelToken.IsCancellationRequested.ShouldBeTrue();

        Task<CachedAnswer> next = Ask();
        _calls.ShouldBe(2);
        _model.SetResult(CachingSamples.Candidate());
        (await next).Outcome.ShouldBe(CacheOutcome.Miss);
    }

    [Fact]
    public async Task Failure_ReachesThoseWhoWaitAndIsNotKept()
    {
        Task<CachedAnswer> leader = Ask();
        Task<CachedAnswer> follower = Ask();
        InvalidOperationException error = new("down");
        _model.SetException(error);
        (await Should.ThrowAsync<InvalidOperationException>(leader)).ShouldBeSameAs(error);
        (await Should.ThrowAsync<InvalidOperationException>(follower)).ShouldBeSameAs(error);

        CachedAnswer next = await _cache.GetOrCreateAsync(CachingSamples.Key(), _ => Task.FromResult(CachingSamples.Candidate()));
        next.Outcome.ShouldBe(CacheOutcome.Miss);
    }

    [Fact]
    public async Task UnstorableAnswer_ServesThoseWhoWaitOnly()
    {
        ChatResponse cutOff = CachingSamples.Response("Beca");
        cutOff.FinishReason = null;
        Task<CachedAnswer> leader = Ask();
        Task<CachedAnswer> follower = Ask();
        _model.SetResult(new CacheCandidate(cutOff));
        (await leader).Response.Text.ShouldBe("Beca");
        (await follower).Response.Text.ShouldBe("Beca");
        _cache.TryGet(CachingSamples.Key(), out _).ShouldBeFalse();
    }

    [Fact]
    public async Task CallerCancelledBefore_MakesNoCall()
    {
        await Should.ThrowAsync<OperationCanceledException>(Ask(new CancellationToken(canceled: true)));
        _calls.ShouldBe(0);
    }

    private Task<CachedAnswer> Ask(Func<CancellationToken, Task<CacheCandidate>> create) => _cache.GetOrCreateAsync(CachingSamples.Key(), create);

    private Task<CachedAnswer> Ask(CancellationToken cancellationToken = default) => _cache.GetOrCreateAsync(
        CachingSamples.Key(),
        token =>
        {
            _modelToken = token;
            Interlocked.Increment(ref _calls);
            return _model.Task.WaitAsync(token);
        },
        cancellationToken);

    [Fact]
    public async Task CallsOfFunctions_AreCopiedForThoseWhoWait()
    {
        ChatResponse calls = CachingSamples.Response();
        calls.Messages[0].Contents.Add(new FunctionCallContent("1", "pay", new Dictionary<string, object?> { ["euros"] = 5 }));
        Task<CachedAnswer> leader = Ask();
        Task<CachedAnswer> follower = Ask();
        _model.SetResult(new CacheCandidate(calls));

        (await leader).Response.ShouldBeSameAs(calls);
        FunctionCallContent copy = (await follower).Response.Messages[0].Contents.OfType<FunctionCallContent>().Single();
        copy.ShouldNotBeSameAs(calls.Messages[0].Contents[1]);
        (copy.CallId, copy.Name, copy.Arguments!["euros"]).ShouldBe(("1", "pay", 5));
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task AnswerThatCannotBeCopied_IsNeverShared()
    {
        Task<CachedAnswer> leader = Ask(Create);
        Task<CachedAnswer> follower = Ask(Create);
        _model.SetResult(CachingSamples.Candidate());

        (await follower).Response.ShouldNotBeSameAs((await leader).Response);
        (await follower).Outcome.ShouldBe(CacheOutcome.Miss);

        async Task<CacheCandidate> Create(CancellationToken token)
        {
            await _model.Task.WaitAsync(token);
            ChatResponse response = CachingSamples.Response();
            response.Messages[0].Contents.Add(new ErrorContent("x"));
            return new CacheCandidate(response);
        }
    }

    [Fact]
    public async Task CallerBehindACallJustOver_MakesNoSecondCall()
    {
        int thread = Environment.CurrentManagedThreadId;
        using var afterTheLookUp = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "llm_cache_layer.try_get" && Environment.CurrentManagedThreadId == thread)
                {
                    thread = -1;
                    _cache.TrySet(CachingSamples.Key(), CachingSamples.Candidate(), out string? _);
                }
            },
        };
        ActivitySource.AddActivityListener(afterTheLookUp);

        CachedAnswer answer = await Ask().WaitAsync(TimeSpan.FromSeconds(10));

        (answer.Response.Text, answer.Outcome, _calls).ShouldBe(("Because.", CacheOutcome.Hit, 0));
        (_cache.GetStatistics().Hits, _cache.GetStatistics().Misses).ShouldBe((1, 0));
    }
}
