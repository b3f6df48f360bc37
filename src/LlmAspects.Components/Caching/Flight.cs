namespace LlmAspects.Components.Caching;

/// <summary>
/// One call under way that several callers wait for. It runs on a token of its own, cancelled when the last waiter leaves,
/// so that the caller who came first may go without taking the answer from the others.
/// </summary>
#pragma warning disable CA1001 // Its source has neither timer nor link, and the last waiter may cancel while the call ends: there is nothing to dispose.
internal sealed class Flight(long bufferBytes)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource<FlightResult> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiters;
    private bool _isClosed;

    /// <summary>What the call streams; empty when it makes its answer in one piece.</summary>
    public UpdateBuffer Updates { get; } = new(bufferBytes);

    /// <summary>Takes a seat, to be left by <see cref="Leave"/>. False when the flight is over, was given up, or no longer has all that it streamed.</summary>
    public bool TryBoard()
    {
        lock (_gate)
        {
            if (_isClosed || !Updates.IsWhole)
            {
                return false;
            }

            _waiters++;
            return true;
        }
    }

    /// <summary>Makes the call; every waiter sees how it ends.</summary>
    /// <param name="call">The call, on the flight's own token.</param>
    /// <param name="land">Takes the flight out of the table, before any waiter goes on.</param>
    public async Task FlyAsync(Func<CancellationToken, Task<FlightResult>> call, Action land)
    {
        try
        {
            FlightResult result = await call(_cancellation.Token).ConfigureAwait(false);
            Close(land);
            _landed.SetResult(result);
        }
        catch (OperationCanceledException cancelled) when (_cancellation.IsCancellationRequested)
        {
            Close(land);
            _landed.SetCanceled(cancelled.CancellationToken);
        }
        catch (Exception error)
        {
            Close(land);
            _landed.SetException(error);
        }

        // A failure belongs to the waiters; when all have left there is nobody to observe it.
        _ = _landed.Task.Exception;
        Updates.Complete();
    }

    /// <summary>Waits for the end of the flight, as long as this caller wants to.</summary>
    public Task<FlightResult> WaitAsync(CancellationToken cancellationToken) => _landed.Task.WaitAsync(cancellationToken);

    /// <summary>Gives the seat back; the last one ends the call.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_waiters > 0 || _isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        _cancellation.Cancel();
    }

    private void Close(Action land)
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        land();
    }
}
