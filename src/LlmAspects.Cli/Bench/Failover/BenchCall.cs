using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>Calls a client as a caller would, and says how that ended.</summary>
internal sealed class BenchCall(string prompt, TimeProvider time)
{
    /// <summary>Asks for a stream and reads it to its end.</summary>
    public Task<CallResult> StreamAsync(IChatClient client, TimeSpan limit, CancellationToken cancellationToken) =>
        MeasureAsync(token => client.GetStreamingResponseAsync(prompt, null, token).ToChatResponseAsync(token), limit, cancellationToken);

    /// <summary>Asks the model that never fails for a plain answer.</summary>
    public Task<CallResult> ProbeAsync(IChatClient client, TimeSpan limit, CancellationToken cancellationToken) =>
        MeasureAsync(token => client.GetResponseAsync(prompt, new ChatOptions { ModelId = WallModels.Healthy }, token), limit, cancellationToken);

    private async Task<CallResult> MeasureAsync(Func<CancellationToken, Task<ChatResponse>> ask, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        long started = time.GetTimestamp();
        Task<ChatResponse> call = Task.Run(() => ask(source.Token), cancellationToken);
        await Task.WhenAny(call, Task.Delay(limit, time, source.Token)).ConfigureAwait(false);
        TimeSpan elapsed = time.GetElapsedTime(started);
        bool hangs = !call.IsCompleted;
        await source.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (hangs)
        {
            _ = call.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return new CallResult(CallOutcome.Hang, elapsed);
        }

        try
        {
            ChatResponse response = await call.ConfigureAwait(false);
            return new CallResult(CallOutcome.Success, elapsed) { Text = response.Text, Model = response.ModelId, UsageSeen = response.Usage is not null };
        }
        catch (Exception error)
        {
            return new CallResult(CallOutcome.Error, elapsed) { Error = WallText.Collapse($"{error.GetType().Name}: {error.Message}") };
        }
    }
}
