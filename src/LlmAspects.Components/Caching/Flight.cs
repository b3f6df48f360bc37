namespace LlmAspects.Components.Caching;

/// <summary>
/// One call under way that several callers wait for. It runs on a token of its own, cancelled when the last waiter leaves,
/// so that the caller who came first may go without taking the answer from the others.
/// </summary>
#pragma warning disable CA1001 // Its source has neither timer nor link, and the last waiter may cancel while the call ends: there is nothing to dispose.
internal sealed class Flight<TResult>
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource<TResult> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiters;
    private bool _isClosed;

    /// <summary>Takes a seat. False when the flight is over or was given up.</summary>
    public bool TryBoard()
    {
        lock (_gate)
        {
            if (_isClosed)
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
    public async Task FlyAsync(Func<CancellationToken, Task<TResult>> call, Action land)
    {
        try
        {
            TResult result = await call(_cancellation.Token).ConfigureAwait(false);
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
    }

    /// <summary>Waits for the end of the flight, as long as this caller wants to.</summary>
    public async Task<TResult> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _landed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private void Close(Action land)
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        land();
    }

    private void Leave()
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
}
