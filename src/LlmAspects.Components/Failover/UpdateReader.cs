using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>Reads a provider's stream under its limits. Only the time in which it waits for the provider counts.</summary>
internal sealed class UpdateReader : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;
    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _time;
    private Task<bool>? _pending;

    public UpdateReader(IAsyncEnumerable<ChatResponseUpdate> updates, CancellationTokenSource source, TimeProvider time)
    {
        _source = source;
        _time = time;
        _updates = updates.GetAsyncEnumerator(source.Token);
    }

    public ChatResponseUpdate Current => _updates.Current;

    /// <summary>How long the provider was waited for.</summary>
    public TimeSpan Waited { get; private set; }

    public async ValueTask<bool> ReadAsync(TimeSpan limit, Func<ModelCallException> onLimit, CancellationToken cancellationToken)
    {
        ValueTask<bool> next = _updates.MoveNextAsync();
        if (next.IsCompletedSuccessfully)
        {
            return next.Result;
        }

        _pending = next.AsTask();
        long started = _time.GetTimestamp();
        try
        {
            return await CallLimit.WaitAsync(new ValueTask<bool>(_pending), limit, _source, onLimit, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Waited += _time.GetElapsedTime(started);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_pending is { IsCompleted: false } pending)
        {
            // An enumerator must not be disposed while it moves; one that never ends is left to the collector.
            _ = DisposeAfterAsync(pending);
            return;
        }

        await DisposeUpdatesAsync().ConfigureAwait(false);
    }

    private async Task DisposeAfterAsync(Task pending)
    {
        await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeUpdatesAsync().ConfigureAwait(false);
    }

    // The attempt is over and judged, or the caller has left: how the stream is closed changes nothing, and must not hide why it ended.
    private async Task DisposeUpdatesAsync()
    {
        try
        {
            await _updates.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Activity.Current?.AddException(error);
        }
    }
}
