using System.ClientModel;
using System.Runtime.CompilerServices;
using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Fallback;
using Polly.Retry;
using Polly.Timeout;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>Two models behind a pipeline of Polly. A stream is under its care until the first event, as a pipeline around a call allows.</summary>
internal sealed class PollyChatClient : IChatClient
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    private readonly IChatClient _primary;
    private readonly IChatClient _backup;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _attempts;

    public PollyChatClient(IChatClient primary, IChatClient backup, BenchTimes times, TimeProvider time)
    {
        _primary = primary;
        _backup = backup;
        _time = time;
        _attempts = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = args => ValueTask.FromResult(IsTransient(args.Outcome.Exception)),
                MaxRetryAttempts = BenchBudget.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = times.Of(FirstDelay),
            })
            .AddTimeout(times.Of(BenchBudget.Timeout))
            .Build();
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await RunAsync(async (client, token) => await client.GetResponseAsync(messages, options, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using OpenedStream stream = await RunAsync(
            (client, token) => OpenedStream.OpenAsync(source => client.GetStreamingResponseAsync(messages, options, source), token, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        for (bool more = stream.HasFirst; more; more = await stream.Updates.MoveNextAsync().ConfigureAwait(false))
        {
            yield return stream.Updates.Current;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        _primary.Dispose();
        _backup.Dispose();
    }

    private ValueTask<T> RunAsync<T>(Func<IChatClient, CancellationToken, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        ResiliencePipeline<T> fallback = new ResiliencePipelineBuilder<T> { TimeProvider = _time }
            .AddFallback(new FallbackStrategyOptions<T>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is not null && !args.Context.CancellationToken.IsCancellationRequested),
                FallbackAction = async args => Outcome.FromResult(await _attempts.ExecuteAsync(token => ask(_backup, token), args.Context.CancellationToken).ConfigureAwait(false)),
            })
            .Build();
        return fallback.ExecuteAsync(outer => _attempts.ExecuteAsync(token => ask(_primary, token), outer), cancellationToken);
    }

    private static bool IsTransient(Exception? error) => error switch
    {
        ClientResultException provider => provider.Status is 0 or 408 or 429 or >= 500,
        HttpRequestException or IOException or TimeoutRejectedException => true,
        AggregateException many => many.InnerExceptions.Any(IsTransient),
        _ => false,
    };
}
